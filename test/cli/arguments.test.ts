import { readArguments } from "../../src/cli/arguments";
import { isoDate } from "../../src/cells";

const asked = (...argv: string[]) => {
  const read = readArguments(argv);
  if (!read.ok || typeof read.value === "string" || "issued" in read.value || "workbook" in read.value)
    throw new Error(JSON.stringify(read));
  return read.value;
};
const refusedFor = (...argv: string[]) => {
  const read = readArguments(argv);
  if (read.ok) return "accepted";
  const { code, params } = read.error[0]!;
  return [code, params["flag"] ?? params["value"]];
};

describe("the command line is asked what it can do", () => {
  test.each(["-h", "--help"])("%s, whatever else is wrong", (flag) => {
    expect(readArguments([flag])).toEqual({ ok: true, value: "help" });
    expect(readArguments(["parc.xlsx", "--nothing", flag])).toEqual({ ok: true, value: "help" });
  });

  test("--version prints the version", () =>
    expect(readArguments(["--version"])).toEqual({ ok: true, value: "version" }));
});

describe("the command line says what to do", () => {
  test("inputs and campaign are enough", () => {
    const { campaign, ...rest } = asked("parc.xlsx", "--campaign", "2014");
    expect(isoDate(campaign.snapshot)).toBe("2014-11-01");
    expect(rest).toEqual({
      inputs: ["parc.xlsx"],
      out: null,
      json: null,
      csv: null,
      csvCommunes: null,
      publipostage: null,
      encoding: "utf-8",
      pdf: null,
      options: null,
      convention: null,
      compare: [],
      simulate: null,
      rectify: null,
      force: false,
      overwrite: false,
      language: "fr",
    });
  });

  test("flags come before, between and after the inputs, with a space or an equals sign", () => {
    const { campaign, ...rest } = asked(
      ...["--force", "a.xlsx", "--campaign=2015-11-01", "--out", "o.xlsx", "b.csv", "--json=o.json", "--csv", "o.csv"],
      ...[
        "--options",
        "o.opt",
        "--compare",
        "2013.xlsx",
        "--compare=effectifs-2013.xlsx",
        "--simulate=grille.json",
        "--pdf=pdf",
        "--csv-communes=c.csv",
        "--publipostage=p.csv",
        "--encoding=Windows-1252",
        "--overwrite",
      ],
      ...["--lang", "en", "c.ods"],
    );
    expect(campaign.year).toBe(2015);
    expect(rest).toEqual({
      inputs: ["a.xlsx", "b.csv", "c.ods"],
      out: "o.xlsx",
      json: "o.json",
      csv: "o.csv",
      csvCommunes: "c.csv",
      publipostage: "p.csv",
      encoding: "windows-1252",
      pdf: "pdf",
      options: "o.opt",
      convention: null,
      compare: ["2013.xlsx", "effectifs-2013.xlsx"],
      simulate: "grille.json",
      rectify: null,
      force: true,
      overwrite: true,
      language: "en",
    });
  });

  test("an issued statement is corrected by its workbook", () => {
    expect(asked("parc.xlsx", "--campaign", "2014", "--rectify", "emis.xlsx").rectify).toBe("emis.xlsx");
  });

  test("a workbook that was made is marked as issued, and nothing is billed", () => {
    expect(readArguments(["parc-2014.xlsx", "--issued", "emis.json", "--out", "o.xlsx", "--overwrite"])).toEqual({
      ok: true,
      value: {
        input: "parc-2014.xlsx",
        issued: "emis.json",
        out: "o.xlsx",
        force: false,
        overwrite: true,
        language: "fr",
      },
    });
  });

  test("a workbook received is verified, with what it was made with beside, and nothing is billed", () => {
    expect(readArguments(["--verify", "recu.xlsx", "effectifs.xlsx", "--options", "o.json"])).toEqual({
      ok: true,
      value: { workbook: "recu.xlsx", beside: ["effectifs.xlsx"], options: "o.json", convention: null, language: "fr" },
    });
    expect(refusedFor("--verify", "recu.xlsx", "--campaign", "2014")).toEqual(["cli-verify-other-flag", "--campaign"]);
  });

  test("a name that starts with a dash is a file after --, or a value after an equals sign", () => {
    expect(asked("--campaign", "2014", "--", "-parc.xlsx").inputs).toEqual(["-parc.xlsx"]);
    expect(asked("parc.xlsx", "--campaign", "2014", "--out=-o.xlsx").out).toBe("-o.xlsx");
  });
});

describe("a command line without a meaning is refused", () => {
  const usual = ["parc.xlsx", "--campaign", "2014"];
  test.each([
    ["no input", ["--campaign", "2014"], ["cli-no-input", undefined]],
    ["a blank input", ["", "--campaign", "2014"], ["cli-no-input", undefined]],
    ["--issued without --out", ["parc.xlsx", "--issued", "e.json"], ["cli-issued-usage", undefined]],
    [
      "--issued of two workbooks",
      ["a.xlsx", "b.xlsx", "--issued", "e.json", "--out", "o.xlsx"],
      ["cli-issued-usage", undefined],
    ],
    [
      "--issued with a campaign to bill",
      [...usual, "--issued", "e.json", "--out", "o.xlsx"],
      ["cli-issued-other-flag", "--campaign"],
    ],
    ["an encoding that is none", [...usual, "--csv", "c.csv", "--encoding", "latin1"], ["cli-bad-encoding", "latin1"]],
    ["an encoding of nothing", [...usual, "--encoding", "utf-8"], ["cli-encoding-no-list", undefined]],
    ["no campaign", ["parc.xlsx"], ["cli-no-campaign", undefined]],
    ["a campaign that is no year", ["parc.xlsx", "--campaign", "14"], ["cli-bad-campaign", "14"]],
    ["a campaign of another day", ["parc.xlsx", "--campaign", "2014-11-02"], ["cli-bad-campaign", "2014-11-02"]],
    ["an unknown flag", [...usual, "--verbose"], ["cli-unknown-flag", "--verbose"]],
    ["an unknown short flag", [...usual, "-o"], ["cli-unknown-flag", "-o"]],
    ["a name of JavaScript's own", [...usual, "--constructor"], ["cli-unknown-flag", "--constructor"]],
    ["a flag without its value", [...usual, "--out"], ["cli-missing-value", "--out"]],
    ["a flag followed by another", [...usual, "--out", "--force"], ["cli-missing-value", "--out"]],
    ["a flag for a file without its name", [...usual, "--csv"], ["cli-missing-value", "--csv"]],
    ["a blank value", [...usual, "--json="], ["cli-missing-value", "--json"]],
    ["a value where none is wanted", [...usual, "--force=oui"], ["cli-useless-value", "--force"]],
    ["a flag twice", [...usual, "--campaign", "2015"], ["cli-flag-twice", "--campaign"]],
    [
      "lines of a whole titre beside its correction",
      [...usual, "--csv=o.csv", "--rectify=e.xlsx"],
      ["cli-csv-rectify", "--csv"],
    ],
    ["another language", [...usual, "--lang", "de"], ["cli-bad-language", "de"]],
  ])("a command line is refused for %s", (_, argv, refusal) => {
    expect(refusedFor(...argv)).toEqual(refusal);
  });
});
