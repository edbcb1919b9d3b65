import { isoDate } from "../cells";
import type { ColumnMapping, ColumnReason, Layout, Reading, TableKind } from "../inventory";
import { message, type Anomaly, type Language, type Severity } from "../messages";
import { formatAmount } from "../money";
import type { Nature, Payer } from "../tariff";
import { allAnomalies } from "./order";
import {
  sourceNames,
  type CommuneTotal,
  type Line,
  type PrestationTotal,
  type Split,
  type Statement,
} from "./statement";

/** Euros with two decimals, `1011.05`. */
type Amount = string;
type SplitJson = Record<Nature, Record<Payer, Amount>>;

/** What `rebill --json` writes. (decisions §5) */
export interface StatementJson {
  campaign: number;
  snapshot: string;
  total: Amount;
  cagb: Amount;
  communes: Amount;
  split: SplitJson;
  byPrestation: Record<string, Record<Nature, Record<Payer, Amount> & { qty: number }>>;
  byCommune: Record<string, SplitJson & { name: string; due: Amount }>;
  pupils: number;
  schools: number;
  rows: { file: string; sheet: string; read: number; billed: number; excluded: number; error: number }[];
  lines: {
    insee: string;
    school: string;
    prestation: string;
    nature: Nature;
    payer: Payer;
    quantity: number;
    unitPrice: Amount;
    amount: Amount;
    source: string[];
  }[];
  anomalies: AnomalyJson[];
  tables: { file: string; sheet: string; range: string; kind: TableKind; layout: Layout; why: string }[];
  columns: {
    file: string;
    sheet: string;
    cell: string;
    header: string;
    role: string | null;
    why: ColumnReason | null;
  }[];
}

export interface AnomalyJson {
  severity: Severity;
  code: string;
  file: string | null;
  sheet: string | null;
  cell: string | null;
  message: string;
}

/** A statement and its reading as plain data, messages in the language asked for. (decisions §5) */
export function toJson(statement: Statement, reading: Reading, language: Language): StatementJson {
  return {
    campaign: statement.campaign.year,
    snapshot: isoDate(statement.campaign.snapshot),
    total: formatAmount(statement.total),
    cagb: formatAmount(statement.cagb),
    communes: formatAmount(statement.communes),
    split: splitJson(statement.split),
    byPrestation: Object.fromEntries(statement.byPrestation.map((one) => [one.tariff.code, prestationJson(one)])),
    byCommune: Object.fromEntries(statement.byCommune.map((one) => [one.commune.insee, communeJson(one)])),
    pupils: statement.pupils,
    schools: statement.schools,
    rows: reading.rows.map(({ sheet, read, billed, excluded, error }) => ({
      file: sheet.file,
      sheet: sheet.name,
      read,
      billed,
      excluded,
      error,
    })),
    lines: statement.lines.map(lineJson),
    anomalies: anomaliesJson(allAnomalies(reading, statement), language),
    tables: reading.mappings.map(({ sheet, range, kind, layout, kindWords }) => ({
      file: sheet.file,
      sheet: sheet.name,
      range,
      kind,
      layout,
      why: kindWords,
    })),
    columns: reading.mappings.flatMap(({ sheet, columns }) =>
      columns.map((column) => ({
        file: sheet.file,
        sheet: sheet.name,
        cell: column.cell,
        header: column.header,
        role: roleJson(column),
        why: column.why,
      })),
    ),
  };
}

/** « POSTE_STD maintenance »; null where a column has no role. */
function roleJson({ role, nature, why }: ColumnMapping): string | null {
  if (why !== null) return null;
  return nature === null ? role : `${role} ${nature}`;
}

/** Anomalies as plain data, their messages in a language. */
export function anomaliesJson(anomalies: readonly Anomaly[], language: Language): AnomalyJson[] {
  return anomalies.map(({ severity, code, file, sheet, cell, params }) => ({
    severity,
    code,
    file,
    sheet,
    cell,
    message: message(code, params, language),
  }));
}

function splitJson(split: Split): SplitJson {
  const { installation, maintenance } = split;
  return {
    installation: { cagb: formatAmount(installation.cagb), commune: formatAmount(installation.commune) },
    maintenance: { cagb: formatAmount(maintenance.cagb), commune: formatAmount(maintenance.commune) },
  };
}

function prestationJson({ split, units }: PrestationTotal): StatementJson["byPrestation"][string] {
  const amounts = splitJson(split);
  return {
    installation: { ...amounts.installation, qty: units.installation },
    maintenance: { ...amounts.maintenance, qty: units.maintenance },
  };
}

function communeJson({ commune, split, due }: CommuneTotal): StatementJson["byCommune"][string] {
  return { name: commune.name, ...splitJson(split), due: formatAmount(due) };
}

function lineJson(line: Line): StatementJson["lines"][number] {
  return {
    insee: line.commune.insee,
    school: line.school.name,
    prestation: line.tariff.code,
    nature: line.nature,
    payer: line.payer,
    quantity: line.quantity,
    unitPrice: formatAmount(line.unitPrice),
    amount: formatAmount(line.amount),
    source: sourceNames(line.sources),
  };
}
