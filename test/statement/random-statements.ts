import { Decimal } from "decimal.js";
import fc from "../properties";
import { defaultOptions } from "../../src/options";
import type { Statement } from "../../src/statement";
import { campaignOf, createDirectory } from "../../src/tariff";
import type { Grid, Nature } from "../../src/tariff";
import { makeStatement } from "../at-once";
import * as given from "./fixtures";

/** Some communes of a campaign, those that a merger joins among them; names of schools meet across it. */
function communesOf(year: number) {
  const { members } = createDirectory(campaignOf(year));
  return members.filter(({ insee }) => ["25034", "25035", "25056", "25112", "25297", "25364"].includes(insee));
}

const cents = fc.integer({ min: 0, max: 99999 }).map((amount) => new Decimal(amount).dividedBy(100));
const price = fc.option(cents, { freq: 3 });
const prices = fc.record({
  installation: fc.record({ cagb: price, commune: price }),
  maintenance: fc.record({ cagb: price, commune: price }),
});
/** Any subset of the rows, at any price, borne by either payer or by both. */
const grids: fc.Arbitrary<Grid> = fc
  .array(fc.record({ row: fc.constantFrom(...given.splitGrid.rows), prices }), { minLength: 1, maxLength: 10 })
  .map((rows) => ({
    ...given.grid,
    rows: [...new Map(rows.map(({ row, prices: own }) => [row.code, { ...row, prices: own }])).values()],
  }));

const names = ["École primaire", "École maternelle", "École du Bas"];

/** Whatever a campaign may bill in those communes: any counts, any grid, a school shared or not. */
export function statements(year: number): fc.Arbitrary<Statement> {
  const schools = communesOf(year).flatMap((host) => names.map((name) => given.school(host, name)));
  const counted = fc.record({
    school: fc.constantFrom(...schools),
    prestation: fc.constantFrom(...given.splitGrid.rows.map(({ code }) => code)),
    nature: fc.constantFrom<Nature>("installation", "maintenance"),
    count: fc.integer({ min: 1, max: 3000 }),
  });
  const weights = fc.tuple(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }));
  return fc
    .record({
      counts: fc.uniqueArray(counted, {
        selector: ({ school, prestation, nature }) => `${school.key}|${prestation}|${nature}`,
        maxLength: 25,
      }),
      grid: grids,
      weights: fc.option(weights),
    })
    .map(({ counts, grid, weights: key }) => {
      const quantities = counts.map((one) => given.quantity(one.school, one.prestation, one.nature, one.count));
      const shares = key?.map((weight, index) => ({ commune: ["Mamirolle", "Le Gratteris"][index]!, weight })) ?? [];
      const sharingKeys = key === null ? [] : [{ commune: "Mamirolle", school: "École primaire", shares }];
      const options = { ...defaultOptions, sharingKeys };
      return makeStatement(given.reading(schools, quantities), grid, campaignOf(year), options);
    });
}
