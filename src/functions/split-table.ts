import { totalOf } from "../statement";
import type { Split, Statement } from "../statement";
import { soundStatement } from "./bill";
import type { InventoryArguments } from "./bill";
import { groupingArgument } from "./choices";
import type { Grouping } from "./choices";
import { Refusal } from "./refusal";

type Row = readonly (string | number)[];

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
export function splitTable(given: InventoryArguments, by: unknown): readonly Row[] | Refusal {
  const grouping = groupingArgument(by);
  if (grouping instanceof Refusal) return grouping;
  const statement = soundStatement(given);
  if (statement instanceof Refusal) return statement;
  return [[labelHeaders[grouping], ...amountHeaders], ...rowsBy[grouping](statement), rowOf("Total", statement.split)];
}

const labelHeaders: Readonly<Record<Grouping, string>> = {
  prestation: "Prestation",
  commune: "Commune",
  school: "École",
};

const rowsBy: Readonly<Record<Grouping, (statement: Statement) => Row[]>> = {
  prestation: ({ byPrestation }) => byPrestation.map(({ tariff, split }) => rowOf(tariff.prestation, split)),
  commune: ({ byCommune }) => byCommune.map(({ commune, split }) => rowOf(commune.name, split)),
  // Most communes have an « École primaire »: alone, a school's name says little.
  school: ({ byCommune }) =>
    byCommune.flatMap(({ commune, schools }) =>
      schools.map(({ school, split }) => rowOf(`${school.name} (${commune.name})`, split)),
    ),
};

function rowOf(label: string, split: Split): Row {
  const { installation, maintenance } = split;
  const amounts = [installation.cagb, installation.commune, maintenance.cagb, maintenance.commune, totalOf(split)];
  return [label, ...amounts.map((amount) => amount.toNumber())];
}
