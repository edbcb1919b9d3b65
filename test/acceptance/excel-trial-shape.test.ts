import { page, steps } from "./excel-trial-page";

describe("the page itself", () => {
  test("its steps follow one another, each with what to do, what to see and what to note", () => {
    expect(steps.map(({ number }) => number)).toEqual(steps.map((_, index) => index + 1));
    for (const { text } of steps)
      expect(text).toMatch(/\*\*Faites\.\*\*.+\*\*Vous devez voir\*\*.+\*\*Sinon, notez\*\*/);
  });

  test("the block to send back has one line for each", () => {
    const block = /```\n(ESSAI.+?)```/s.exec(page)![1]!;
    const lines = [...block.matchAll(/^ ?(\d+)\. .+ C \/ N \/ X {2}vu :$/gm)].map(([, number]) => Number(number));
    expect(lines).toEqual(steps.map(({ number }) => number));
  });

  test("its parts take less than thirty minutes, as long as their steps; what is optional is not counted", () => {
    const parts = page.split(/^## /m).slice(1);
    const minutesOf = (part: string) =>
      [...part.matchAll(/^### \d+\. .+ \((\d+(?:,5)?) min\)$/gm)].reduce(
        (sum, [, minutes]) => sum + Number(minutes!.replace(",", ".")),
        0,
      );
    const said = (part: string) => Number(/, (\d+) minutes$/.exec(part.split("\n")[0]!)?.[1] ?? 0);
    const counted = parts.filter((part) => !part.startsWith("D. "));
    expect(counted.map(said)).toEqual(counted.map(minutesOf));
    expect(counted.map(said).reduce((sum, each) => sum + each, 0)).toBeLessThan(30);
    expect(steps.every(({ text }) => / \(\d+(,5)? min\) /.test(text))).toBe(true);
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
