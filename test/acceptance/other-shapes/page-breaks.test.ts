import { sheet } from "../../inventory/workbook-of";
import { _ } from "../several-tables/blocks";
import type { Block } from "../several-tables/blocks";
import { billed, inService, schools } from "./three-schools";

const header = ["Commune", "École", "Effectif", "Pack logiciel", "Serveur standard", "Poste client standard"];
const [first, second, third]: Block = schools.map(({ commune, name, pupils, pack, server, posts }) => [
  commune,
  name,
  pupils,
  pack,
  server,
  posts,
]);
const title = ["Parc des écoles au 1er novembre 2014"];

describe("a header printed again at the top of a page", () => {
  it.each([
    ["alone", [header]],
    ["after a blank row", [[], header]],
    ["under the title again", [title, [], header]],
    ["under the number of the page", [["Page 2/2"], header]],
    ["after what is carried over", [["À reporter", _, 90, 2, 1, 14], title, header, ["Report", _, 90, 2, 1, 14]]],
  ] as const)("is no row, %s", (_name, again) => {
    const cells: Block = [title, [], header, first!, second!, ...again, third!, ["Total", _, 150, 3, 2, 26]];
    expect(billed(sheet("Parc", cells))).toEqual(inService);
  });

  it("is one in two rows", () => {
    const headers: Block = [
      ["Commune", "École", "Effectif", "Équipement", _, _],
      [_, _, _, ...header.slice(3)],
    ];
    const extras = { merges: ["D1:F1", "D5:F5"] };
    expect(billed(sheet("Parc", [...headers, first!, second!, ...headers, third!], extras))).toEqual(inService);
  });
});

it.each([
  ["numbers", [1, 2, 3, 4, 5, 6]],
  ["letters", ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)"]],
])("columns are numbered below their headings, by %s", (_name, ranks) => {
  expect(billed(sheet("Parc", [header, ranks, first!, second!, third!]))).toEqual(inService);
});
