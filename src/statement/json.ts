import { blockName, isoDate } from "../cells";
import type { ColumnMapping, InventoryReading } from "../inventory";
import { message, type Anomaly, type Language, type Speech } from "../messages";
import { formatAmount } from "../money";
import { allAnomalies } from "./order";
import {
  sourceNames,
  type CommuneTotal,
  type Line,
  type PrestationTotal,
  type Split,
  type Statement,
} from "./statement";

/** The output of `rebill --json`; an amount is a text in euros with two decimals, `1011.05`. (decisions §5) */
export type StatementJson = ReturnType<typeof toJson>;

/** Returns a statement and its reading as plain data, with messages in the given language. */
export function toJson(statement: Statement, reading: InventoryReading, speech: Language | Speech) {
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
    anomalies: anomaliesJson(allAnomalies(reading, statement), speech),
    tables: reading.mappings.map(({ sheet, block, kind, layout, kindWords }) => ({
      file: sheet.file,
      sheet: sheet.name,
      range: blockName(block),
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

/** Returns the role of a column, `POSTE_STD maintenance`; null when it has none. */
function roleJson({ role, of, nature, why }: ColumnMapping): string | null {
  if (why !== null) return null;
  const named = of === null ? role : role === "headcount-part" ? `${role} ${of}` : `${of} ${role}`;
  return nature === null ? named : `${named} ${nature}`;
}

/** Returns anomalies as plain data, with their messages. */
export function anomaliesJson(anomalies: readonly Anomaly[], speech: Language | Speech) {
  return anomalies.map(({ severity, code, file, sheet, cell, params }) => ({
    severity,
    code,
    file,
    sheet,
    cell,
    message: message(code, params, speech),
  }));
}

function splitJson({ installation, maintenance }: Split) {
  return {
    installation: { cagb: formatAmount(installation.cagb), commune: formatAmount(installation.commune) },
    maintenance: { cagb: formatAmount(maintenance.cagb), commune: formatAmount(maintenance.commune) },
  };
}

function prestationJson({ split, units }: PrestationTotal) {
  const { installation, maintenance } = splitJson(split);
  return {
    installation: { ...installation, qty: units.installation },
    maintenance: { ...maintenance, qty: units.maintenance },
  };
}

function communeJson({ commune, split, due }: CommuneTotal) {
  return { name: commune.name, ...splitJson(split), due: formatAmount(due) };
}

function lineJson(line: Line) {
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
