import { CellError, forgetTexts, isBlank, parseCellName, type Cell } from "../cells";
import { readInventory, readsNothing } from "../inventory";
import { countOf, message, type Anomaly, type MessageCode, type Severity } from "../messages";
import { defaultOptions } from "../options";
import { allAnomalies, fingerprint, makeStatement, totalOf, type Split, type Statement } from "../statement";
import { createDirectory, type Campaign, type Commune, type Grid } from "../tariff";
import { groupingArgument, payerArgument, tariffArguments, type Grouping, type Tariff } from "./arguments";
import { cellOf, LastResults, rangeOf, sheetOfRange, withBlanks } from "./excel-values";
import { Refusal, refusalOfError, shown } from "./refusal";

/** TITRE: what the Ville claims from the CAGB, in euros, or one payer's part of it. (decisions §3, §6) */
export function titre(given: InventoryArguments, payer: unknown): number | Refusal {
  const part = payerArgument(payer);
  if (part instanceof Refusal) return part;
  const statement = soundStatement(given);
  if (statement instanceof Refusal) return statement;
  const { total, cagb, communes } = statement;
  return (part === null ? total : part === "cagb" ? cagb : communes).toNumber();
}

/**
 * QUOTEPART: what the CAGB claims from a commune, in euros; 0 for a member without anything billed. The commune is one that
 * exists on the campaign's 1 November, by its name or its INSEE code. (decisions §2, §6)
 */
export function communeDue(given: InventoryArguments, commune: unknown): number | Refusal {
  const statement = soundStatement(given);
  if (statement instanceof Refusal) return statement;
  const member = communeArgument(cellOf(commune), statement.campaign);
  if (member instanceof Refusal) return member;
  return statement.byCommune.find((one) => one.commune.insee === member.insee)?.due.toNumber() ?? 0;
}

function communeArgument(cell: Cell, campaign: Campaign): Commune | Refusal {
  if (cell instanceof CellError) return refusalOfError(cell);
  if (cell === null || isBlank(cell)) return new Refusal("#VALUE!", "function-missing-commune");
  const text = String(cell);
  const directory = createDirectory(campaign.snapshot);
  const match = /^\s*\d[\d\s]*$/.test(text) ? directory.findByInsee(text) : directory.find(text);
  switch (match.kind) {
    case "found":
      return match.commune;
    case "outside":
      return new Refusal("#VALUE!", "function-commune-outside", {
        commune: shown(match.commune.name),
        campaign: campaign.year,
      });
    case "unknown":
      return new Refusal("#VALUE!", "function-unknown-commune", {
        value: shown(cell),
        suggestion: match.suggestion?.name ?? "",
      });
  }
}

type SplitRow = readonly (string | number)[];

const amountHeaders = [
  "Installation CAGB",
  "Installation commune",
  "Maintenance CAGB",
  "Maintenance commune",
  "Total",
] as const;

/**
 * REPARTITION: the split of the titre by prestation, commune or school, in euros: headers, one row each, and the total.
 * Prestations with a line only; communes and schools of the inventory, in alphabetical order of communes. (decisions §6)
 */
export function splitTable(given: InventoryArguments, by: unknown): readonly SplitRow[] | Refusal {
  const grouping = groupingArgument(by);
  if (grouping instanceof Refusal) return grouping;
  const statement = soundStatement(given);
  if (statement instanceof Refusal) return statement;
  return [
    [labelHeaders[grouping], ...amountHeaders],
    ...rowsBy[grouping](statement),
    splitRow("Total", statement.split),
  ];
}

const labelHeaders: Readonly<Record<Grouping, string>> = {
  prestation: "Prestation",
  commune: "Commune",
  school: "École",
};

const rowsBy: Readonly<Record<Grouping, (statement: Statement) => SplitRow[]>> = {
  prestation: ({ byPrestation }) => byPrestation.map(({ tariff, split }) => splitRow(tariff.prestation, split)),
  commune: ({ byCommune }) => byCommune.map(({ commune, split }) => splitRow(commune.name, split)),
  // Most communes have an « École primaire »: alone, a school's name says little.
  school: ({ byCommune }) =>
    byCommune.flatMap(({ commune, schools }) =>
      schools.map(({ school, split }) => splitRow(`${school.name} (${commune.name})`, split)),
    ),
};

function splitRow(label: string, split: Split): SplitRow {
  const { installation, maintenance } = split;
  const amounts = [installation.cagb, installation.commune, maintenance.cagb, maintenance.commune, totalOf(split)];
  return [label, ...amounts.map((amount) => amount.toNumber())];
}

const severities: readonly (readonly [Severity, MessageCode])[] = [
  ["error", "function-severity-error"],
  ["warning", "function-severity-warning"],
  ["info", "function-severity-info"],
];

type AnomalyRow = readonly (string | number)[];

/**
 * CONTROLE: every anomaly, one a row: severity, row and column in the range from 1 (empty where there is no cell), message;
 * what is to correct first, then in reading order. « Aucune anomalie » where there is none. (decisions §4, §6)
 */
export function controls(inventory: unknown, campaign: unknown): readonly AnomalyRow[] | Refusal {
  const bill = billOf({ inventory, campaign, grid: null });
  if (bill instanceof Refusal) return bill;
  if (bill.anomalies.length === 0) return [[message("function-no-anomaly")]];
  return severities.flatMap(([severity, words]) =>
    bill.anomalies
      .filter((anomaly) => anomaly.severity === severity)
      .map((anomaly) => anomalyRow(anomaly, message(words))),
  );
}

function anomalyRow({ cell, code, params }: Anomaly, severity: string): AnomalyRow {
  // A cell may be told as the first of a range.
  const place = cell === null ? null : parseCellName(cell.split(":")[0]!);
  return [severity, place === null ? "" : place.row + 1, place === null ? "" : place.column + 1, message(code, params)];
}

/** What an inventory function is given, as Excel hands it over. */
interface InventoryArguments {
  readonly inventory: unknown;
  readonly campaign: unknown;
  readonly grid: unknown;
}

/** What an inventory is billed, and all that is told of it; cells are those of the range. */
interface Bill {
  readonly statement: Statement;
  readonly anomalies: readonly Anomaly[];
}

/** What an inventory bills, in spite of what is wrong in it. (decisions §4) */
function billOf(given: InventoryArguments): Bill | Refusal {
  const tariff = tariffArguments(given.campaign, given.grid);
  if (tariff instanceof Refusal) return tariff;
  const rows = withBlanks(rangeOf(given.inventory));
  // The grid is told by its identity, since each is read once; the rows by a digest, so that none is kept.
  const bills = lastBills.get(tariff.grid) ?? new LastResults<Bill | Refusal>();
  lastBills.set(tariff.grid, bills);
  return bills.get(`${tariff.campaign.year} ${fingerprint({ rows })}`, () => makeBill(rows, tariff));
}

/** The same where nothing is left to correct, else a refusal that names CONTROLE: never a smaller amount. (decisions §6) */
function soundStatement(given: InventoryArguments): Statement | Refusal {
  const bill = billOf(given);
  if (bill instanceof Refusal) return bill;
  const errors = countOf(bill.anomalies, "error");
  return errors === 0 ? bill.statement : new Refusal("#VALUE!", "function-inventory-errors", { count: errors });
}

const lastBills = new WeakMap<Grid, LastResults<Bill | Refusal>>();

function makeBill(rows: readonly (readonly Cell[])[], { campaign, grid }: Tariff): Bill | Refusal {
  const workbook = { file: "", date1904: false, sheets: [sheetOfRange("inventaire", rows)] };
  try {
    const reading = readInventory({ workbooks: [workbook], campaign, grid, options: defaultOptions });
    if (readsNothing(reading)) return new Refusal("#VALUE!", "function-no-inventory");
    const statement = makeStatement(reading, grid, campaign, defaultOptions);
    return { statement, anomalies: allAnomalies(reading, statement) };
  } finally {
    forgetTexts();
  }
}
