import { billInventory } from "../billing";
import { CellError, isBlank, parseCellName, sheetOfValues, type Cell } from "../cells";
import { readsNothing } from "../inventory";
import { countOf, message, success, type Anomaly, type MessageCode, type Severity } from "../messages";
import { allAnomalies, fingerprint, totalOf, type Split, type Statement } from "../statement";
import { createDirectory, type Campaign, type Commune, type Grid } from "../tariff";
import { groupingArgument, payerArgument, tariffArguments, type Grouping } from "./arguments";
import { cellOf, LastResults, rangeOf, refuse, refuseError, shown, withBlanks, type Answer } from "./excel-values";

/** Computes TITRE: what the City claims from the CAGB, in euros, or the part of one payer. (decisions §3, §6) */
export function titre(given: InventoryArguments, payer: unknown): Answer<number> {
  const part = payerArgument(payer);
  if (!part.ok) return part;
  const statement = soundStatement(given);
  if (!statement.ok) return statement;
  const { total, cagb, communes } = statement.value;
  return success((part.value === null ? total : part.value === "cagb" ? cagb : communes).toNumber());
}

/**
 * Computes QUOTEPART: what the CAGB claims from a commune, in euros; 0 for a member with nothing billed. The commune
 * must be a member on the campaign's 1 November, and is given by its name or its INSEE code. (decisions §2, §6)
 */
export function communeDue(given: InventoryArguments, commune: unknown): Answer<number> {
  const statement = soundStatement(given);
  if (!statement.ok) return statement;
  const member = communeArgument(cellOf(commune), statement.value.campaign);
  if (!member.ok) return member;
  const found = statement.value.byCommune.find((one) => one.commune.insee === member.value.insee);
  return success(found?.due.toNumber() ?? 0);
}

function communeArgument(cell: Cell, campaign: Campaign): Answer<Commune> {
  if (cell instanceof CellError) return refuseError(cell);
  if (cell === null || isBlank(cell)) return refuse("#VALUE!", "function-missing-commune");
  const text = String(cell);
  const directory = createDirectory(campaign);
  const match = /^\s*\d[\d\s]*$/.test(text) ? directory.findByInsee(text) : directory.find(text);
  switch (match.kind) {
    case "found":
      return success(match.commune);
    case "outside":
      return refuse("#VALUE!", "function-commune-outside", {
        commune: shown(match.commune.name),
        campaign: campaign.year,
      });
    case "unknown":
      return refuse("#VALUE!", "function-unknown-commune", {
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
 * Computes REPARTITION: the titre by prestation, commune or school, in euros: headers, one row each, and the total.
 * Lists only prestations with a line, and the communes and schools of the inventory, in alphabetical order of communes.
 * (decisions §6)
 */
export function splitTable(given: InventoryArguments, by: unknown): Answer<readonly SplitRow[]> {
  const grouping = groupingArgument(by);
  if (!grouping.ok) return grouping;
  const statement = soundStatement(given);
  if (!statement.ok) return statement;
  return success([
    [labelHeaders[grouping.value], ...amountHeaders],
    ...rowsBy[grouping.value](statement.value),
    splitRow("Total", statement.value.split),
  ]);
}

const labelHeaders: Readonly<Record<Grouping, string>> = {
  prestation: "Prestation",
  commune: "Commune",
  school: "École",
};

const rowsBy: Readonly<Record<Grouping, (statement: Statement) => SplitRow[]>> = {
  prestation: ({ byPrestation }) => byPrestation.map(({ tariff, split }) => splitRow(tariff.prestation, split)),
  commune: ({ byCommune }) => byCommune.map(({ commune, split }) => splitRow(commune.name, split)),
  // Most communes have an « École primaire »: the name of a school alone is not enough.
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
 * Computes CONTROLE: one row for each anomaly, with its severity, its row and column in the range from 1 (empty without
 * a cell), and its message; errors first, then in reading order. « Aucune anomalie » when there is none. (decisions §4,
 * §6)
 */
export function controls(inventory: unknown, campaign: unknown): Answer<readonly AnomalyRow[]> {
  const bill = billOf({ inventory, campaign, grid: null });
  if (!bill.ok) return bill;
  const { anomalies } = bill.value;
  if (anomalies.length === 0) return success([[message("function-no-anomaly")]]);
  return success(
    severities.flatMap(([severity, words]) =>
      anomalies
        .filter((anomaly) => anomaly.severity === severity)
        .map((anomaly) => anomalyRow(anomaly, message(words))),
    ),
  );
}

function anomalyRow({ cell, code, params }: Anomaly, severity: string): AnomalyRow {
  // The place of an anomaly may be a range: its first cell is shown.
  const place = cell === null ? null : parseCellName(cell.split(":")[0]!);
  return [severity, place === null ? "" : place.row + 1, place === null ? "" : place.column + 1, message(code, params)];
}

/** The arguments of a function of an inventory, as Excel passes them. */
interface InventoryArguments {
  readonly inventory: unknown;
  readonly campaign: unknown;
  readonly grid: unknown;
}

/** The statement of an inventory and all its anomalies, whose cells are places in the range. */
interface Bill {
  readonly statement: Statement;
  readonly anomalies: readonly Anomaly[];
}

/** Bills an inventory without errors; otherwise refuses, and names CONTROLE: never a smaller amount. (decisions §6) */
function soundStatement(given: InventoryArguments): Answer<Statement> {
  const bill = billOf(given);
  if (!bill.ok) return bill;
  const errors = countOf(bill.value.anomalies, "error");
  return errors === 0
    ? success(bill.value.statement)
    : refuse("#VALUE!", "function-inventory-errors", { count: errors });
}

/** Bills an inventory despite its errors. (decisions §4) */
function billOf(given: InventoryArguments): Answer<Bill> {
  const tariff = tariffArguments(given.campaign, given.grid);
  if (!tariff.ok) return tariff;
  const { campaign, grid } = tariff.value;
  const rows = withBlanks(rangeOf(given.inventory));
  // A grid is known by its identity, because each is read once; rows by a digest, so that they are not retained.
  const bills = lastBills.get(grid) ?? new LastResults<Answer<Bill>>();
  lastBills.set(grid, bills);
  return bills.get(`${campaign.year} ${fingerprint({ rows })}`, () => {
    const workbooks = [{ file: "", date1904: false, sheets: [sheetOfValues("inventaire", rows)] }];
    const billed = billInventory({ workbooks, openingAnomalies: [], campaign, grid, options: {} });
    if (!billed.ok || readsNothing(billed.value.reading)) return refuse("#VALUE!", "function-no-inventory");
    const { reading, statement } = billed.value;
    return success({ statement, anomalies: allAnomalies(reading, statement) });
  });
}

const lastBills = new WeakMap<Grid, LastResults<Answer<Bill>>>();
