import type { Grid } from "../../tariff";

/** A prestation whose quantity is the school's headcount: one column says both. (decisions §2) */
const portal = "PORTAIL";

/** Headings of an inventory of one row a school, for every prestation of a grid: what is recognised without a doubt. */
export function templateHeadings(grid: Grid): string[] {
  const counted = grid.rows.filter(({ code }) => code !== portal);
  const hasPrice = ({ cagb, commune }: (typeof counted)[number]["prices"]["installation"]) =>
    cagb !== null || commune !== null;
  return [
    "Commune",
    "École",
    "Effectif",
    ...counted
      .filter(({ prices }) => hasPrice(prices.maintenance))
      .map(({ prestation }) => `${prestation} (en service)`),
    ...counted
      .filter(({ prices }) => hasPrice(prices.installation))
      .map(({ prestation }) => `${prestation} (installés dans l’année)`),
  ];
}
