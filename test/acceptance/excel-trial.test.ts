import { readFile, writeFile } from "node:fs/promises";
import { strFromU8, unzipSync } from "fflate";
import { finish, parseCellName, type SheetCells } from "../../src/cells";
import { message, readingMessage, settingsMessage, type Anomaly, type MessageCode } from "../../src/messages";
import { Folder, run } from "../cli/run-rebill";
import { builtInCampaigns, proposedCampaignInSteps } from "../../src/taskpane/operations/campaigns";
import { anatomyOf } from "../../src/taskpane/texts/anatomy";
import { testInDepth } from "../depth";
import { errorCell } from "../functions/ranges";
import { amounts } from "../functions/results";
import { partText } from "../workbook/files/package-check";
import { excelTrial, type Done } from "./excel-trial";
import { flat, page, placesIn, step, steps } from "./excel-trial-page";
import { openedFile } from "../opened-file";

const folder = new Folder();
const kept = "docs/essai-dans-excel.xlsx";

const euros = (amount: number | string) =>
  flat(new Intl.NumberFormat("fr-FR", { minimumFractionDigits: 2 }).format(Number(amount)));

interface Billed {
  readonly total: string;
  readonly cagb: string;
  readonly communes: string;
  readonly byCommune: Readonly<
    Record<string, { readonly name: string; readonly maintenance: { readonly cagb: string }; readonly due: string }>
  >;
  readonly lines: readonly unknown[];
  readonly anomalies: readonly (Pick<Anomaly, "severity" | "code" | "sheet" | "cell"> & { readonly message: string })[];
  readonly rows: readonly { readonly sheet: string; readonly billed: number; readonly excluded: number }[];
}

const counted = { accepted: [{ sheet: "Parc", cell: "F6", code: "struck-through", was: "1" }] };

/** What the command makes of the workbook, as it is or once the user did something to it. */
async function billed(options: object, done?: Done): Promise<{ readonly json: Billed; readonly sheets: SheetCells[] }> {
  const [input, chosen, out, json] = ["essai-dans-excel.xlsx", "options.json", "out.xlsx", "out.json"].map((name) =>
    folder.file(name),
  ) as [string, string, string, string];
  await writeFile(input, done === undefined ? await readFile(kept) : await excelTrial(done));
  await writeFile(chosen, JSON.stringify(options));
  const { err } = await run(
    ...[input, "--campaign", "2014", "--options", chosen, "--out", out, "--json", json, "--force", "--overwrite"],
  );
  expect(err.filter((line) => !line.startsWith("Documents provisoires"))).toEqual([]);
  const opened = await openedFile(await readFile(out), "out.xlsx");
  return { json: JSON.parse(await readFile(json, "utf8")) as Billed, sheets: [...opened.cells.sheets] };
}

const sums = ({ cagb, communes, total }: Billed) => [cagb, communes, total].map(Number);
const points = ({ anomalies }: Billed) =>
  anomalies.map(({ severity, code, sheet, cell }) => `${severity} ${code} ${sheet ?? "–"}!${cell ?? "–"}`).sort();
const valueAt = (sheets: readonly SheetCells[], place: string) => {
  const [sheet, cell] = place.split("!");
  const { row, column } = parseCellName(cell!)!;
  return sheets.find(({ name }) => name === sheet)?.rows[row]?.[column] ?? null;
};

// By hand, from the deliberation: portal 5,27 a pupil and pack 211 for the CAGB; server 263,33, workstation 36,86, or 31,60
// where it is installed in the year, printer 15,79 for the commune.
const cents = (amount: number) => Number(amount.toFixed(2));
const beforeCounting = {
  Amagney: [84 * 5.27 + 1 * 211, 1 * 263.33 + 10 * 36.86 + 2 * 31.6 + 1 * 15.79],
  // The elementary school, whose printer is struck through, is billed for its 77 pupils alone.
  Beure: [(41 + 77) * 5.27 + 1 * 211, 4 * 36.86],
  // Row 9, hidden, is the third school.
  Saône: [(68 + 125 + 52) * 5.27 + 3 * 211, 1 * 263.33 + (6 + 12 + 5) * 36.86 + (1 + 3) * 31.6 + (1 + 2) * 15.79],
  // Of the register: a server, 3 workstations in service, 2 of them since 2 November 2013; one came after, one left.
  Thise: [(63 + 110) * 5.27 + 2 * 211, 1 * 263.33 + (5 + 3) * 36.86 + 2 * 31.6 + 1 * 15.79],
} as const;
const sumOf = (part: 0 | 1) => cents(Object.values(beforeCounting).reduce((sum, parts) => sum + parts[part], 0));
const [cagb, communes] = [sumOf(0), sumOf(1)];
const counting = { cagb: 211, commune: cents(263.33 + 8 * 36.86 + 15.79) };

test("the arithmetic of the page is right", () => {
  expect({ cagb, communes }).toEqual({ cagb: 4744.4, communes: 2780.44 });
  expect(counting.cagb + counting.commune).toBe(785);
  expect(cents(cagb + communes + 785)).toBe(8309.84);
  expect(cents(8309.84 + 2 * 36.86)).toBe(8383.56);
});

test("the workbook beside the page is what its script makes, part for part", async () => {
  // Not byte for byte: what compresses them is Node's, and differs from one release to the next.
  const parts = (bytes: Uint8Array) =>
    Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));
  expect(parts(await readFile(kept))).toEqual(parts(await excelTrial()));
});

test("read as it is: the points, in the order of the page, and what is read", async () => {
  const { json, sheets } = await billed({});
  expect(sums(json)).toEqual([cagb, communes, cents(cagb + communes)]);
  expect(points(json)).toEqual([
    "error struck-through Parc!F6",
    "info hidden-parts Parc!–",
    "info packs-inferred –!–",
    "info unread-numbers Calculs!A1",
    "warning after-snapshot Registre!D8",
    "warning headcount-without-equipment Effectifs!B6",
  ]);
  for (const point of json.anomalies) expect(step(4)).toContain(`. ${flat(anatomyOf(point.message).what)}`);
  const account = sheets.find(({ name }) => name === "Contrôles")!.rows;
  // That of the formula, the only one of its sheet, is no number where the functions are absent: neither is its point.
  expect(account.find((row) => row[0] === "Calculs")![1]).toBe(1);
  expect(valueAt(sheets, "Calculs!B3")).toBe(442.32);
  expect(step(4)).toContain(`8 écoles, ${json.lines.length} quantités facturées`);
  const { cells } = await openedFile(await readFile(kept));
  const { code, params } = finish(
    proposedCampaignInSteps({ cells, journalRows: [] }, builtInCampaigns(), null),
  )!.notice!;
  expect(step(4)).toContain(flat(message(code, params, "fr")));
});

testInDepth(
  "once the number struck through is counted, each commune to the cent; with two workstations more; with 3,000 rows",
  async () => {
    const after = [cagb + counting.cagb, communes + counting.commune, cagb + communes + 785].map(cents);
    const { json } = await billed(counted);
    expect(sums(json)).toEqual(after);
    expect(points(json).filter((point) => !point.startsWith("info"))).toEqual(["warning after-snapshot Registre!D8"]);
    for (const amount of after) expect(step(5)).toContain(`${euros(amount)} €`);
    expect(step(13)).toContain(`| Total du titre | ${after.map((amount) => `${euros(amount)} €`).join(" | ")} |`);
    for (const [name, parts] of Object.entries(beforeCounting)) {
      const [share, due] = name === "Beure" ? [parts[0] + counting.cagb, parts[1] + counting.commune] : parts;
      // No pack was installed: the CAGB's part is all maintenance.
      const found = Object.values(json.byCommune).find((commune) => commune.name === name)!;
      expect([name, Number(found.maintenance.cagb), Number(found.due)]).toEqual([name, cents(share), cents(due)]);
      const total = `${euros(share + due)} €`;
      expect(step(13)).toContain(`| ${name} | ${euros(share)} € | ${euros(due)} € | ${total} |`);
    }

    const more = await billed(counted, { typed: { "Parc!D4": 12, "Calculs!H5": 2 } });
    expect(Number(more.json.total)).toBe(8383.56);
    expect(step(9)).toContain("+73,72 € (2 × 36,86)");
    for (const number of [8, 9]) expect(step(number)).toContain("8 383,56");

    // Rows 9 to 3008 are the same machine, which left. What steps 8, 19, 20 and 32 have typed is in the way of nothing.
    const typed = {
      "Calculs!D3": 368.6,
      "Calculs!D9": 184.3,
      "Calculs!H3": 895,
      "Calculs!H5": 2,
      "Calculs!J3": 10,
      "Calculs!F1": "essai",
    };
    const many = await billed(counted, { typed, machinesCopied: 3008 - 9 });
    expect(sums(many.json)).toEqual(after);
    expect(many.json.anomalies.filter(({ severity }) => severity === "error")).toEqual([]);
    const { billed: rows, excluded } = many.json.rows.find(({ sheet }) => sheet === "Registre")!;
    expect(step(27)).toContain(`${rows} lignes facturées, ${flat(excluded.toLocaleString("fr-FR"))} laissées de côté`);
  },
);

test("the functions give what the page says", () => {
  const maint = (quantity: unknown) =>
    amounts(quantity, { prestation: "POSTE_STD", nature: "Maintenance", payer: null, campaign: null, grid: null });
  const spilled = [10, 4, 8, 6, 12, 5, 5].map((quantity) => [quantity]);
  const given = spilled.map(([quantity]) => cents(quantity! * 36.86));
  expect(maint(spilled)).toEqual(given.map((amount) => [amount]));
  expect(step(19)).toContain(`${given.map(euros).join(", ")}.`);
  expect(maint([[10], [errorCell("#N/A")], [4]])).toEqual([
    [368.6],
    [expect.objectContaining({ error: "#N/A" })],
    [147.44],
  ]);
});

describe("every place that the page names is there", () => {
  /** Blank until somebody types in them. */
  const typedIn = /^=?Calculs!(?:D[3-9]|F[1-4]|H[35]|J[3-5]|K3)$/;

  test("each cell that the page names exists, in the workbook or in the documents of its step", async () => {
    const usual = (await billed(counted)).sheets;
    const withPrint = (await billed({ ...counted, printableFiches: true })).sheets;
    const places = steps.flatMap(({ number, text }) =>
      [...text.matchAll(/`([^`!]+)!([A-Z]+\d+)(?::([A-Z]+\d+))?`/g)].flatMap(([, sheet, first, last]) =>
        [first!, last ?? first!].map((cell) => ({ number, place: `${sheet}!${cell}` })),
      ),
    );
    expect(places.length).toBeGreaterThan(40);
    const merged = ["Parc!A6", "Parc!A9"];
    const blank = places.filter(
      ({ number, place }) => valueAt(number < 23 ? usual : withPrint, place) === null && !merged.includes(place),
    );
    expect(blank.filter(({ place }) => !typedIn.test(place))).toEqual([]);
    const tabs = step(6)
      .match(/neuf feuilles : ([^.]+)\./)![1]!
      .split(", ");
    expect(usual.flatMap(({ name, generatedKey }) => (generatedKey === null ? [] : [name]))).toEqual(tabs);
    // How many they are is said there alone.
    for (const code of ["pane-act-generate-other", "pane-confirm-yes-other", "pane-done-title-other"] as const)
      expect(step(6)).toContain(flat(message(code, { count: tabs.length }, "fr")));
    expect(steps.filter(({ text }) => /\d feuilles/.test(text)).map(({ number }) => number)).toEqual([6]);
  });

  test("the cells that the page names contain what it says: amounts, links, titles", async () => {
    const usual = (await billed(counted)).sheets;
    const [total, inWords] = placesIn(6, "Titre CAGB").map((place) => valueAt(usual, place));
    expect([total, inWords]).toEqual([8309.84, expect.stringMatching(/^Arrêté/)]);
    expect(placesIn(9, "Titre CAGB")).toEqual(placesIn(6, "Titre CAGB").slice(0, 1));
    expect(placesIn(10, "Titre CAGB")).toEqual(placesIn(6, "Titre CAGB"));
    expect([45, 46, 47, 48, 49].map((row) => valueAt(usual, `Contrôles!D${row}`))).toEqual([0, 0, 0, 0, 0]);
    const links = ["Récapitulatif", "Fiche Saône"].flatMap((sheet) => placesIn(17, sheet));
    const [commune, source] = links.map((place) => `docs/essai-dans-excel.md, 17, ${place}: ${valueAt(usual, place)}`);
    expect(commune).toMatch(/: Saône$/);
    expect(source).toMatch(/: Parc!D8$/);
    const row = parseCellName(links[1]!.split("!")[1]!)!.row;
    const line = usual.find(({ name }) => name === "Fiche Saône")!.rows[row]!;
    expect(line.filter((value) => typeof value === "number")).toEqual(expect.arrayContaining([12, 36.86, 442.32]));
    expect(step(17)).toContain(`La ligne ${row + 1} de « Fiche Saône » dit 12 × 36,86 = 442,32.`);
    expect(valueAt(usual, "Contrôles!D19")).toBe("D8");
    expect(valueAt(usual, "Parc!D8")).toBe(12);
    expect(["D12", "C12"].map((cell) => valueAt(usual, `Récapitulatif!${cell}`))).toEqual([0.596, 0.404]);
    expect([7, 8, 9, 10].map((row) => valueAt(usual, `Récapitulatif!J${row}`))).toEqual([
      "25014",
      "25058",
      "25532",
      "25560",
    ]);
  });

  test("pages, panes and charts of the port of files, which the pane equals", async () => {
    const { sheets } = await billed({ ...counted, printableFiches: true });
    const bytes = await readFile(folder.file("out.xlsx"));
    const names = [...partText(bytes, "xl/workbook.xml").matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name!);
    const part = (name: string) => partText(bytes, `xl/worksheets/sheet${names.indexOf(name) + 1}.xml`);
    const breaks = (name: string) => [...part(name).matchAll(/<brk id="(\d+)"/g)].map(([, row]) => Number(row) + 1);
    const [first, second, third, ...more] = breaks("Fiches (impression)");
    expect(more).toEqual([]);
    expect(step(25)).toContain(`juste avant les lignes ${first}, ${second} et ${third} :`);
    const tops = placesIn(25, "Fiches \\(impression\\)");
    expect(tops).toEqual([first, second, third].map((row) => `Fiches (impression)!A${row}`));
    expect(tops.map((place) => valueAt(sheets, place))).toEqual(["Beure", "Saône", "Thise"]);
    expect(step(24)).toContain("quatre pages en portrait");
    expect(breaks("Contrôles")).toHaveLength(1);
    expect(part("Répartition")).toContain('<pane xSplit="2" ySplit="6"');
    expect(part("Récapitulatif")).toContain('<pane xSplit="1" ySplit="6"');
    const series = (chart: number) => [...partText(bytes, `xl/charts/chart${chart}.xml`).matchAll(/<c:ser>/g)].length;
    expect([1, 2, 3].map(series)).toEqual([2, 2, 2]);
    const [, bars] = /`Récapitulatif!([A-Z]+\d+:[A-Z]+\d+)`/.exec(step(10))!;
    expect(part("Récapitulatif")).toMatch(new RegExp(`sqref="${bars}"[^]*<dataBar`));
    expect(part("Récapitulatif").match(/<cfRule type="dataBar"/g)).toHaveLength(1);
    const defined = [...partText(bytes, "xl/workbook.xml").matchAll(/<definedName name="(ORDICLASSE_[^"]+)"([^>]*)>/g)];
    const shown = defined.flatMap(([, name, more]) => (more!.includes("hidden") ? [] : [name!.replace(/\d{5}$/, "…")]));
    expect([...new Set(shown)].sort()).toEqual(
      [...step(11).matchAll(/`(ORDICLASSE_\w+…?)`/g)]
        .map(([, name]) => name!)
        .slice(0, 4)
        .sort(),
    );
  });
});

test("the pane has the texts that the page announces", () => {
  const said: readonly (readonly [MessageCode, Readonly<Record<string, string | number>>?])[] = [
    ["pane-act-read"],
    ["pane-count-quantities-other", { count: 33 }],
    ["pane-act-goto", { cell: "F6" }],
    ["pane-points-warning-one"],
    ["pane-act-generate-other", { count: "…" }],
    ["pane-done-title-other", { count: "…" }],
    ["pane-done-difference", { amount: "0,00 €" }],
    ["pane-act-undo"],
    ["pane-undo-yes"],
    ["pane-undone-text"],
    ["pane-changes-communes-one"],
    ["pane-act-update-other", { count: "…" }],
    ["pane-act-copy-detail"],
    ["pane-unread-title"],
    ["pane-money-cagb"],
    ["pane-money-communes"],
    ["pane-money-total"],
    ["pane-act-recalculate"],
    ["pane-uncalculated-title"],
    ["pane-points-both", { errors: "1 point à corriger", warnings: "2 à vérifier" }],
  ];
  const missing = [
    ...said.map(([code, params = {}]) => message(code, params, "fr")),
    readingMessage("pane-say-accept-effect", { text: "1", amount: "+785,00 €" }, "fr"),
    settingsMessage("pane-setting-printable-fiches", {}, "fr"),
    settingsMessage("pane-settings-auto-open", {}, "fr"),
    settingsMessage("pane-settings-save", {}, "fr"),
  ].filter((text) => !flat(page).includes(flat(text)));
  expect(missing).toEqual([]);
  const starts: readonly (readonly [MessageCode, string])[] = [
    ["office-inactive-workbook", "Un autre classeur est devenu actif."],
    [
      "office-set-up-refused",
      "Les documents sont écrits, et leurs montants sont complets. Excel a refusé une partie de leur présentation",
    ],
    ["pane-read-only", "Ce classeur est ouvert en lecture seule : rien ne peut y être écrit."],
    ["pane-without-functions", "Cet Excel n’accepte pas les fonctions ORDICLASSE"],
    ["office-protected-sheet", "La feuille « Titre CAGB » est protégée."],
  ];
  for (const [code, start] of starts) {
    expect(flat(message(code, { sheet: "Titre CAGB" }, "fr")).startsWith(start)).toBe(true);
    expect(flat(page)).toContain(start);
  }
});
