import { readFileSync } from "node:fs";
import { readArguments } from "../../src/cli/arguments";
import { optionLabel, optionsHeaders } from "../../src/options/wordings";
import { parseOptions } from "../../src/options";

const guide = readFileSync("docs/guide.md", "utf8");
const readme = readFileSync("README.md", "utf8");

describe("what the documentation shows can be typed as it is", () => {
  test("the commands", () => {
    const commands = [...(guide + readme).matchAll(/^npm run --silent rebill -- (.+)$/gm)].map(([, args]) => args!);
    expect(commands.length).toBeGreaterThanOrEqual(4);
    for (const args of commands) expect(readArguments(args.split(" "))).toHaveProperty("asked");
  });

  test("the options file", () => {
    const [, json] = /```json\n(.+?)```/s.exec(guide)!;
    expect(parseOptions(JSON.parse(json!), "options.json")).toHaveProperty("options.signatory.name", "Mme X");
  });

  test("the rows of the options sheet, every one of them", () => {
    const table = /\| Option \|.+?\n\n/s.exec(guide)![0].trim().split("\n");
    const cells = table.map((row) =>
      row
        .split("|")
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
    expect(cells[0]).toEqual([...optionsHeaders]);
    const labels = cells.slice(2).map(([option]) => optionLabel(option!));
    expect(labels).not.toContain(null);
    expect(new Set(labels).size).toBe(9);
  });
});
