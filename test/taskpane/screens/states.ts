import { Decimal } from "decimal.js";
import type { Anomaly } from "../../../src/messages";
import { defaultOptions, type Choice } from "../../../src/options";
import { previewOfBilling } from "../../../src/taskpane/operations/preview";
import type { Snapshot } from "../../../src/taskpane/operations/snapshot";
import { convention, explanation, edited, issue, reading, settings } from "../../../src/taskpane/screens";
import { effectKey, type OptionsSeen } from "../../../src/taskpane/state/choices";
import { placeKey, type Preview } from "../../../src/taskpane/state/preview";
import { placeIn } from "../../../src/taskpane/state/tables";
import type { PaneEvent } from "../../../src/taskpane/state/reduce";
import type { Step } from "../../../src/taskpane/state/state";
import { asPoint } from "../as-point";
import { snapshotApart, snapshotOf } from "../pane-of";
import { conventionStates } from "../convention/states";
import { analysedStates } from "./analysed-states";
import { explainedStates } from "./explained-states";

/** A sample full of faults, and a sound one, to be awaited before any state. */
export const faulty = {} as Snapshot;
export const sound = {} as Snapshot;
/** The sound one without its headcounts, and with them in a file: for the few tests that come to these states. */
const headless = {} as Snapshot;
const apart = {} as Snapshot;
export async function loadApart(): Promise<void> {
  Object.assign(headless, await snapshotApart("parc-ecoles-2014", false));
  Object.assign(apart, await snapshotApart("parc-ecoles-2014", true));
}
export async function loadSamples(): Promise<void> {
  Object.assign(faulty, await snapshotOf("anomalies-2014"));
  Object.assign(sound, await snapshotOf("parc-ecoles-2014"));
  // Drawn at once here; in Excel its code comes when it is first asked for.
  await reading.bring();
  await explanation.bring();
  await settings.bring();
  await issue.bring();
  await edited.bring();
  await convention.bring();
}

const previews = new WeakMap<Snapshot["billing"], Preview>();
/** Made once of each sample: states are asked for over and over. */
export function previewOf({ billing }: Snapshot): Preview {
  const preview = previews.get(billing) ?? previewOfBilling(billing, []);
  previews.set(billing, preview);
  return preview;
}
export const read = (snapshot: Snapshot, step: Step): Extract<PaneEvent, { type: "read" }> => ({
  type: "read",
  preview: previewOf(snapshot),
  step,
  generatedSheets: [],
});

/** An amount that changes. */
const change = (before: Decimal.Value, after: Decimal.Value, difference: Decimal.Value) => ({
  before: new Decimal(before),
  after: new Decimal(after),
  difference: new Decimal(difference),
});
const refusal = (code: Anomaly["code"], params: Anomaly["params"] = {}): Anomaly => ({
  severity: "error",
  code,
  file: null,
  sheet: null,
  cell: null,
  params,
});
const oneError = { error: 1, warning: 0, info: 0 };
const noTariff = { campaign: 2020, snapshot: "01/11/2020", periods: "01/11/2014 – 31/10/2016" };
const withPupils = (): Preview => {
  const { tables, ...preview } = previewOf(sound);
  return { ...preview, tables: tables.map((table) => ({ ...table, layout: "pupil-list" })) };
};
const inAnotherFile: Anomaly = {
  ...refusal("missing-headcount", { school: "École maternelle", portal: 1 }),
  file: "effectifs.xlsx",
  sheet: "Effectifs",
  cell: "C12",
};
const setAside: Choice = {
  about: "row",
  choice: { file: null, sheet: "Inventaire 2014", row: 9, reason: "école fermée", was: "Beure" },
};
const chosen = (cell: string): Choice => ({
  about: "commune",
  choice: { file: null, sheet: "Inventaire 2014", cell, commune: "Chalezeule", was: "Chalezeulle" },
});
const column: Choice = {
  about: "column",
  choice: { file: "effectifs.xlsx", sheet: "Effectifs", cell: "C4", as: "effectif", was: "Total" },
};
const options = {
  ...defaultOptions,
  signatory: { name: "Mme X", title: "Adjointe aux finances", delegation: "" },
  sharingKeys: [
    {
      school: "École primaire",
      commune: "Mamirolle",
      shares: [
        { commune: "Mamirolle", weight: 95 },
        { commune: "Le Gratteris", weight: 17 },
      ],
    },
  ],
};
/** Options as a workbook with choices of each kind gives them. */
export const seen = (): OptionsSeen => ({
  kind: "seen",
  options,
  sheet: "Options Ordiclasse",
  otherFile: null,
  groups: [
    { choices: [setAside], sheet: "Inventaire 2014", otherFile: null, cells: ["A9"] },
    { choices: [chosen("A5"), chosen("A7")], sheet: "Inventaire 2014", otherFile: null, cells: ["A5", "A7"] },
    { choices: [column], sheet: "Effectifs", otherFile: "effectifs.xlsx", cells: ["C4"] },
  ],
  missing: [
    ["SIRET du créancier", "SIRET of the creditor"],
    ["SIRET du débiteur", "SIRET of the debtor"],
    ["Adresse du créancier", "Address of the creditor"],
    ["Adresse du débiteur", "Address of the debtor"],
    ["Délégation", "Delegation wording"],
  ],
});
const withOptions = (): PaneEvent => ({ type: "options-seen", options: seen() });
/** Rows whose nature is an unknown word, in a workbook with a heading that leaves it open, and a plausible doubt. */
export const asking = (): Preview => {
  const { points: known, tables, counts, ...preview } = previewOf(sound);
  const [first] = tables;
  const heading = first!.columns.at(-1)!;
  const at = (code: Anomaly["code"], cell: string, params: Anomaly["params"]): Anomaly => ({
    ...refusal(code, params),
    ...placeIn(first!, cell),
  });
  const word = { header: heading.header, value: "Renfort", word: "Renfort" };
  const rows = ["C15", "C16", "C40"].map((cell) => at("unknown-nature", cell, word));
  const place = placeIn(first!, heading.cell);
  const asked = { code: null, kind: null, places: [place] } as const;
  const points = [
    asPoint([rows[0]!, ...rows.slice(1)], {
      ...asked,
      about: "word",
      word: "Renfort",
      kind: "nature",
      places: [],
      answers: ["installation", "maintenance", "nothing"],
    }),
    asPoint([at("ambiguous-header", heading.cell, { header: heading.header })], {
      ...asked,
      about: "column",
      word: heading.header,
      answers: preview.meanings.map(({ as }) => as),
    }),
    asPoint([at("implausible-quantity", "F18", { value: "368", prestation: "Poste client standard" })], {
      ...asked,
      about: "accepted",
      word: "368",
      code: "implausible-quantity",
      answers: [""],
    }),
    asPoint([at("duplicate-school", "B12", { school: "Le Bourg", commune: "Pirey", first: "7" })], {
      ...asked,
      about: "repeat",
      word: "",
      answers: ["added", "first", "last"],
    }),
  ];
  const columns = first!.columns.map((one) => (one === heading ? { ...one, why: "refused" as const } : one));
  return {
    ...preview,
    unclear: new Set([placeKey(place)]),
    points: [...points, ...known],
    counts: { ...counts, error: points.length },
    tables: [{ ...first!, columns }, ...tables.slice(1)],
  };
};
const asked = (step: Step): PaneEvent => ({ ...read(sound, step), preview: asking() });
/** What an answer to the first question would change. */
const weighed = (as: string, difference: string): PaneEvent => ({
  type: "effect-estimated",
  key: effectKey(asking().points[0]!.question!, as, null),
  effect: { kind: "reckoned", change: change("125223.66", "169897.98", difference), errors: -3, created: [] },
});
/** Sixty tabs of one kind, two of which differ. */
const tabs = (): Preview => {
  const { tables, ...preview } = previewOf(sound);
  const [first] = tables;
  const { columns } = first!;
  const extra = { ...columns.at(-1)!, header: "TBI" };
  return {
    ...preview,
    numbers: [...preview.numbers, { ...preview.numbers[0]!, sheet: { ...preview.numbers[0]!.sheet, name: "Notes" } }],
    tables: Array.from({ length: 60 }, (_, at) => ({
      ...first!,
      sheet: { ...first!.sheet, name: `Onglet ${at + 1}` },
      columns: at === 7 ? [...columns, extra] : at === 9 ? columns.slice(0, -1) : columns,
    })),
  };
};
const settled = (): Extract<PaneEvent, { type: "choice-kept" }> => ({
  type: "choice-kept",
  notice: { code: "pane-choice-kept", params: { sheet: "Options Ordiclasse" } },
  next: {
    on: "point",
    point: null,
    settled: [
      {
        choices: [{ about: "word", choice: { word: "Renfort", kind: "nature", as: "installation" } }],
        question: asking().points[0]!.question!,
        as: "installation",
        count: 93,
        difference: new Decimal("4202.80"),
      },
    ],
  },
});
/** Choices of every kind, one of which is to be made again. */
const choicesOfAll = (): PaneEvent => {
  const place = { file: null, sheet: "Parc", cell: "A4" };
  const groups: readonly Choice[] = [
    { about: "column", choice: { ...place, cell: "F6", as: "POSTE_STD maintenance", was: "Postes" } },
    { about: "word", choice: { word: "au garage", kind: "state", as: "out" } },
    { about: "word", choice: { word: "Tour", kind: "prestation", as: "POSTE_STD" } },
    { about: "word", choice: { word: "Observations", kind: "header", as: "in-service" } },
    { about: "table", choice: { ...place, as: "installations" } },
    { about: "repeat", choice: { ...place, as: "added" } },
    { about: "accepted", choice: { ...place, code: "implausible-quantity", was: "368" } },
  ];
  return {
    type: "options-seen",
    options: {
      kind: "seen",
      options,
      sheet: "Options Ordiclasse",
      otherFile: null,
      groups: groups.map((choice) => ({
        choices: [choice],
        sheet: choice.about === "word" ? null : "Parc",
        otherFile: null,
        cells: choice.about === "word" || choice.about === "row" ? [] : [choice.choice.cell ?? "A1"],
      })),
      missing: [],
    },
  };
};
/** The sound sample, where an état was issued: that one, or another than what is billed now. */
const issuedBefore = (differs: "amounts" | null): Preview => {
  const { statement, points, counts, ...preview } = previewOf(sound);
  const issued = { number: "2014-01", version: 1, date: "2014-11-25", bordereau: null, titre: "345" };
  const params = { issued: "2014-01", issuedVersion: 1, date: "25/11/2014", number: "2014-01", version: 2 };
  const point = asPoint([{ ...refusal("issued-amounts-differ", params), severity: "warning" }]);
  return {
    ...preview,
    statement: { ...statement, edition: { version: differs === null ? 1 : 2, issued, differs } },
    points: differs === null ? points : [point, ...points],
    counts,
  };
};
const withIssued = (differs: "amounts" | null): PaneEvent => ({
  ...read(sound, "documents"),
  preview: issuedBefore(differs),
});
const moved = (): Preview => {
  const anomaly = {
    ...refusal("choice-moved", { at: "Parc, F6", was: "Postes", now: "PC" }),
    file: "parc.xlsx",
    sheet: "Parc",
    cell: "F6",
  };
  return { ...previewOf(sound), points: [asPoint([anomaly])], counts: oneError };
};
/** Documents of the sound sample whose sheet changed since: two communes, one of which is new. */
const outdated = (cells = true): PaneEvent => {
  const { cagb, communes, total } = previewOf(sound).statement;
  const [first, second] = previewOf(sound).statement.byCommune.map(({ commune }) => commune);
  const less = (amount: Decimal) => change(amount, amount, "-226.47");
  const place = { sheet: "Parc 2014", otherFile: null };
  return {
    type: "documents-seen",
    status: {
      since: cells ? "2014-11-12" : null,
      sheets: [place],
      differences: {
        cells: cells ? { first: [{ ...place, cell: "F12" }], count: 4 } : null,
        communes: [
          { insee: first!.insee, name: first!.name, change: change("1240.18", "1277.04", "36.86") },
          { insee: second!.insee, name: second!.name, change: change("2018.55", "1755.22", "-263.33") },
        ],
        byPayer: { cagb: change(cagb, cagb, "0.00"), commune: less(communes) },
        total: less(total),
      },
    },
  };
};
/** The documents of the sound sample, in its workbook as it is. */
const inPlace = (): PaneEvent => {
  const { cagb, communes, total } = previewOf(sound).statement;
  const same = (amount: Decimal) => change(amount, amount, 0);
  const byPayer = { cagb: same(cagb), commune: same(communes) };
  const differences = { cells: null, communes: [], byPayer, total: same(total) };
  return { type: "documents-seen", status: { since: "2014-11-12", sheets: [], differences } };
};
const replacing = (): Preview => {
  const { plan, ...preview } = previewOf(sound);
  return { ...preview, plan: { ...plan, replaced: plan.sheets.map(({ name }) => name) } };
};
/** A column that is understood. */
const understood = () => {
  const { sheet, columns } = previewOf(sound).tables[0]!;
  return { sheet: sheet.name, otherFile: sheet.otherFile, cell: columns[0]!.cell };
};
export const writing = (done: number, sheet: string): PaneEvent => ({
  type: "work-went-on",
  work: { kind: "generating", progress: { stage: "write", done, total: 50, sheet } },
});

/** How each screen is reached. */
export const states: Readonly<Record<string, () => readonly PaneEvent[]>> = {
  welcome: () => [],
  "campaign wanted": () => [{ type: "campaign-wanted" }],
  unread: () => [{ type: "step-opened", step: "documents" }],
  reading: () => [
    { type: "work-started", work: "reading" },
    { type: "work-went-on", work: { kind: "reading", wait: "way-out" } },
  ],
  "no inventory": () => [
    {
      type: "not-read",
      source: {
        kind: "refused",
        anomalies: [refusal("no-inventory", { files: "parc.xlsx" })],
        missing: {
          sheets: (
            ["empty", "hidden", "no-equipment", "no-place", "no-table", "nothing", "generated", "settings"] as const
          ).map((why, at) => {
            const otherFile = at === 0 ? "autre.xlsx" : null;
            return { sheet: { file: otherFile ?? "parc.xlsx", otherFile, name: `Feuil${at + 1}` }, why };
          }),
          headings: ["Commune", "École", "Effectif"],
        },
        nouns: null,
      },
    },
  ],
  "template added": () => [
    ...states["no inventory"]!(),
    { type: "notice-given", notice: { code: "pane-template-added", params: { sheet: "Inventaire" } } },
  ],
  "no tariff": () => [
    {
      type: "not-read",
      source: { kind: "refused", anomalies: [refusal("campaign-without-grid", noTariff)], missing: null, nouns: null },
    },
  ],
  "example opened": () => [{ type: "notice-given", notice: { code: "pane-example-opened", params: {} } }],
  "example not opened": () => [
    {
      type: "troubled",
      anomaly: refusal("pane-example-not-opened", { file: "https://intranet.mairie.example/inventaire-exemple.xlsx" }),
    },
  ],
  "pupils' names": () => [{ ...read(sound, "controle"), preview: withPupils() }],
  "cell being edited": () => [
    { type: "not-read", source: { kind: "unreadable", anomaly: refusal("office-cell-edit", { untouched: "1" }) } },
  ],
  "formulas not calculated": () => [
    { type: "not-read", source: { kind: "unreadable", anomaly: refusal("office-not-calculated", { untouched: "1" }) } },
  ],
  lecture: () => [read(sound, "lecture")],
  "headcounts elsewhere": () => [read(headless, "lecture")],
  "another file read": () => [{ type: "files-kept", files: ["effectifs.xlsx"] }, read(apart, "lecture")],
  "a commune of another file": () => [
    { type: "files-kept", files: ["effectifs.xlsx"] },
    read(apart, "repartition"),
    {
      type: "opened",
      open: { screen: "commune", insee: previewOf(apart).statement.byCommune[0]!.commune.insee },
    },
  ],
  "a point of another file": () => [
    { type: "files-kept", files: ["effectifs.xlsx"] },
    {
      ...read(apart, "controle"),
      preview: { ...previewOf(apart), points: [asPoint([inAnotherFile])], counts: oneError },
    },
    { type: "point-opened", point: 0 },
  ],
  "bad file": () => [
    read(headless, "lecture"),
    { type: "troubled", anomaly: refusal("file-password", { file: "effectifs.xlsx" }) },
  ],
  controle: () => [read(faulty, "controle"), { type: "point-opened", point: 0 }],
  "nothing wrong": () => [read(sound, "controle")],
  repartition: () => [read(sound, "repartition")],
  ...analysedStates(read, sound),
  commune: () => [
    read(sound, "repartition"),
    {
      type: "opened",
      open: { screen: "commune", insee: previewOf(sound).statement.byCommune[0]!.commune.insee },
    },
  ],
  ...explainedStates(read, sound, faulty),
  ...conventionStates,
  plan: () => [withOptions(), read(sound, "documents")],
  "plan held back": () => [read(faulty, "documents"), { type: "accepted", acceptance: "wanted" }],
  confirmation: () => [read(sound, "documents"), { type: "opened", open: { screen: "confirm" } }],
  "plan, stale": () => [read(sound, "documents"), { type: "source-changed" }],
  "confirmation, stale": () => [...states["confirmation"]!(), { type: "source-changed" }],
  "done, stale": () => [...states["done"]!(), { type: "source-changed" }],
  "repartition, stale": () => [read(sound, "repartition"), { type: "source-changed" }],
  generating: () => [read(sound, "documents"), { type: "work-started", work: "generating" }, writing(6, "Fiche Beure")],
  cancelling: () => [read(sound, "documents"), { type: "work-started", work: "generating" }, { type: "cancel-asked" }],
  done: () => [
    withOptions(),
    read(sound, "documents"),
    { type: "work-started", work: "generating" },
    { type: "generated", sheets: previewOf(sound).plan.sheets, remark: null, canUndo: true },
  ],
  "done, its looks refused": () => [
    read(sound, "documents"),
    { type: "work-started", work: "generating" },
    {
      type: "generated",
      sheets: previewOf(sound).plan.sheets,
      remark: {
        ...refusal("office-set-up-refused", { pages: "1", tabs: "1", panes: "1" }),
        severity: "warning",
      },
      canUndo: true,
    },
  ],
  issue: () => [...states["done"]!(), { type: "opened", open: { screen: "issue" } }],
  issued: () => [
    withIssued(null),
    { type: "work-started", work: "generating" },
    { type: "generated", sheets: previewOf(sound).plan.sheets, remark: null, canUndo: true },
    { type: "issue-written", canUndo: true },
  ],
  "documents in place": () => [inPlace(), { ...read(sound, "documents"), preview: replacing() }],
  "documents in place of another état": () => [
    inPlace(),
    { ...read(sound, "documents"), preview: { ...issuedBefore("amounts"), plan: replacing().plan } },
  ],
  "plan of another état": () => [withIssued("amounts")],
  "confirmation of another état": () => [withIssued("amounts"), { type: "opened", open: { screen: "confirm" } }],
  "PDFs drawn": () => [
    ...states["done"]!(),
    { type: "work-started", work: "drawing" },
    { type: "work-went-on", work: { kind: "drawing", done: 11, total: 46 } },
  ],
  "PDFs saved": () => [
    ...states["done"]!(),
    { type: "work-started", work: "drawing" },
    { type: "pdfs-saved", pdfs: { name: "2014_ORDICLASSE_PDF.zip", address: "blob:1", count: 46 } },
  ],
  "undo asked": () => [...states["done"]!(), { type: "opened", open: { screen: "undo" } }],
  undoing: () => [...states["done"]!(), { type: "work-started", work: "undoing" }],
  undone: () => [...states["undoing"]!(), { type: "ended", ending: { kind: "undone" }, canUndo: false }],
  "undo failed": () => [
    ...states["undoing"]!(),
    {
      type: "ended",
      ending: { kind: "undo-failed", anomaly: refusal("office-busy", { untouched: "1" }) },
      canUndo: true,
    },
  ],
  "edited by hand": () => [
    ...states["generating"]!(),
    {
      type: "ended",
      ending: {
        kind: "edited",
        sheets: [
          { name: "Titre CAGB", isGoing: false, cells: ["F26", "F40"], count: 2 },
          { name: "Fiche Beure", isGoing: true, cells: ["B60", "B61"], count: 40 },
        ],
      },
    },
  ],
  cancelled: () => [...states["generating"]!(), { type: "ended", ending: { kind: "cancelled", after: "untouched" } }],
  failed: () => [
    ...states["generating"]!(),
    {
      type: "ended",
      ending: {
        kind: "failed",
        anomaly: refusal("office-protected-sheet", { sheet: "Fiche Beure", untouched: "1" }),
        after: "untouched",
        at: { stage: "write", done: 6, total: 50, sheet: "Fiche Beure" },
      },
    },
  ],
  changed: () => [
    read(sound, "documents"),
    { type: "work-started", work: "generating" },
    { type: "ended", ending: { kind: "changed" } },
  ],
  settings: () => [read(sound, "controle"), withOptions(), { type: "opened", open: { screen: "settings" } }],
  "settings of another year": () => [
    read(sound, "controle"),
    withOptions(),
    {
      type: "earlier-options",
      earlier: {
        file: "parc-2014.xlsx",
        options: {
          ...defaultOptions,
          besancon: "cagb-share-only",
          words: [{ word: "MES", kind: "nature", as: "installation" }],
        },
        declined: [],
      },
    },
    { type: "opened", open: { screen: "settings" } },
  ],
  "settings unread": () => [{ type: "opened", open: { screen: "settings" } }],
  "settings not understood": () => [
    {
      type: "options-seen",
      options: {
        kind: "faulty",
        anomalies: [
          {
            ...refusal("options-sheet-bad-choice", {
              option: "Besançon",
              value: "peut-être",
              choices: "comme les autres",
            }),
            file: "parc.xlsx",
            sheet: "Options Ordiclasse",
            cell: "B2",
          },
        ],
      },
    },
    { type: "opened", open: { screen: "settings" } },
  ],
  choices: () => [withOptions(), read(faulty, "controle"), { type: "filtered", filter: "choices" }],
  "a word said once": () => [
    asked("controle"),
    { type: "point-opened", point: 0 },
    { type: "place-shown", place: 1 },
    weighed("installation", "4202.80"),
    weighed("maintenance", "4902.38"),
    weighed("nothing", "0.00"),
  ],
  "a column said once": () => [asked("controle"), { type: "point-opened", point: 1 }],
  "a quantity accepted": () => [asked("controle"), { type: "point-opened", point: 2 }],
  "schools repeated": () => [asked("controle"), { type: "point-opened", point: 3 }],
  "something settled": () => [asked("controle"), settled()],
  "choices of every kind": () => [
    choicesOfAll(),
    { ...read(sound, "controle"), preview: moved() },
    { type: "filtered", filter: "choices" },
  ],
  "questions asked": () => [asked("lecture")],
  "sixty tabs": () => [{ ...read(sound, "lecture"), preview: tabs() }],
  "a table": () => [asked("lecture"), { type: "opened", open: { screen: "table", table: 0 } }],
  "column being changed": () => [
    read(sound, "lecture"),
    { type: "opened", open: { screen: "column", column: understood() } },
  ],
  "documents out of date": () => [read(sound, "documents"), outdated()],
  "documents out of date, the day unknown": () => [read(sound, "documents"), outdated(false)],
  "documents out of date, nothing read": () => [
    {
      type: "documents-seen",
      status: { since: "2014-11-01", sheets: [{ sheet: "Parc 2014", otherFile: null }], differences: null },
    },
  ],
  trouble: () => [read(faulty, "controle"), { type: "troubled", anomaly: refusal("office-busy") }],
};
