import { flat, page, steps } from "./excel-trial-page";

describe("the page itself", () => {
  test("its steps follow one another, each with what to do, what to see and what to note", () => {
    expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1));
    for (const { text } of steps)
      expect(text).toMatch(/\*\*Faites\.\*\*.+\*\*Vous devez voir\*\*.+\*\*Sinon, notez\*\*/);
  });

  const parts = page.split(/^## /m).slice(1);
  const minutesOf = (part: string) =>
    [...part.matchAll(/^### \d+\. .+ \((\d+(?:,5)?) min\)$/gm)].reduce(
      (sum, [, minutes]) => sum + Number(minutes!.replace(",", ".")),
      0,
    );
  const said = (part: string) => Number(/, (\d+) minutes$/.exec(part.split("\n")[0]!)?.[1] ?? 0);
  // What has no minutes in its title is optional, or not for who tries.
  const counted = parts.filter((part) => said(part) > 0);
  const walked = counted.filter((part) => minutesOf(part) > 0);

  test("the block to send back has one line for each that is not optional, and one for all others", () => {
    const block = /```\n(ESSAI.+?)```/s.exec(page)![1]!;
    const lines = [...block.matchAll(/^(\d+)\. .+ C \/ N \/ X {2}vu :$/gm)].map(([, number]) => Number(number));
    const wanted = walked.flatMap((part) => [...part.matchAll(/^### (\d+)\./gm)].map(([, number]) => Number(number)));
    expect(lines).toEqual(wanted);
    expect(block).toContain(`\nDe ${wanted.length + 1} à ${steps.length}, `);
  });

  test("the mandatory steps take less than thirty minutes, the beginning and the block included", () => {
    expect(walked.map(said)).toEqual(walked.map(minutesOf));
    expect(steps.every(({ text }) => / \(\d+(,5)? min\) /.test(text))).toBe(true);
    const sum = (some: readonly string[]) => some.map(said).reduce((total, each) => total + each, 0);
    expect(sum(counted)).toBeLessThan(30);
    const told = /Comptez (\d+) .+? ce début, (\d+) ; .+? A et B, (\d+) ; .+? le bloc, (\d+)\./.exec(flat(page))!;
    const [beginning, block] = counted.filter((part) => !walked.includes(part)).map(said);
    expect(told.slice(1).map(Number)).toEqual([sum(counted), beginning, sum(walked), block]);
    // Neither an administrator nor a second account before what is optional.
    expect(counted.filter((part) => /administrateur\)|second compte\)/.test(part))).toEqual([]);
  });

  test("the list of parts leads to them", () => {
    const titles = [...page.matchAll(/^## (.+)$/gm)].map(([, title]) => title!);
    const anchors = titles.map((title) =>
      title
        .toLowerCase()
        .replace(/[.,()«»’]/g, "")
        .replaceAll(" ", "-"),
    );
    expect([...page.matchAll(/^- \[(.+)\]\(#(.+)\)$/gm)].map(([, title, anchor]) => [title, anchor])).toEqual(
      titles.map((title, index) => [title, anchors[index]]),
    );
  });
});
