import type { Cell } from "../../../../src/cells";
import { _, billed, read, sheet, told } from "../read-sheets";
import { headcounts, poste } from "./table-of";

type Rows = readonly [count: number, value: Cell];

/** Items of Amagney under one more heading, sorted: so many rows of one value above so many of another. */
const items = (headings: readonly string[], first: (at: number) => Cell, parts: readonly Rows[]) =>
  sheet("Parc", [
    [...headings.slice(0, 1), "Désignation", "Commune", "École", ...headings.slice(1)],
    ...parts
      .flatMap(([count, value]) => Array<Cell>(count).fill(value))
      .map((value, at) => [first(at), poste, "Amagney", "École primaire", value]),
  ]);
const register = (heading: string, ...parts: readonly Rows[]) =>
  items(["N° inventaire", heading], (at) => `INV-${at}`, parts);
const moved = (...parts: readonly Rows[]) => items(["Nombre", "Mouvement"], () => 1, parts);

describe("a column is weighed on all its rows, however many stand above those that tell", () => {
  it.each([3, 2300])("years of the campaign below %i older ones are asked", (count) => {
    const reading = read([register("Année d’installation", [count, 2010], [200, 2014]), headcounts]);
    expect(told(reading, "error")).toEqual(["error years-column Parc!E1"]);
  });

  it.each([3, 2300])("numbers below %i blanks, under a heading that is not understood, are told", (count) => {
    const reading = read([register("Divers", [count, _], [200, 14]), headcounts]);
    expect(told(reading, "warning")).toContain("warning unknown-column Parc!E1");
  });

  it.each([3, 2300])("quantities below %i blanks, under a heading that may count the machines, are asked", (count) => {
    const reading = read([register("Postes du pôle", [count, _], [200, 14]), headcounts]);
    expect(told(reading, "error")).toEqual(["error unclear-header Parc!E1"]);
  });

  it.each([3, 300])("natures below %i blanks are those of their rows, and the blanks are asked", (count) => {
    const reading = read([moved([count, _], [50, "Installation"]), headcounts]);
    // 50 rows of one machine each
    expect(billed(reading)).toContain("Amagney/École primaire POSTE_STD+ 50");
    expect(told(reading, "error")).toHaveLength(count);
  });

  it.each([2, 250])("natures below %i other words are natures still, and the others are asked", (count) => {
    const reading = read([moved([count, "Zorglub"], [300, "Installation"]), headcounts]);
    expect(billed(reading)).toContain("Amagney/École primaire POSTE_STD+ 300");
    expect(told(reading, "error")).toHaveLength(count);
  });

  it.each([3, 2100])("%i machines alike above as many batches and more do not make each row a machine", (count) => {
    const places = ["Amagney", "École primaire"];
    const alike = Array<Cell[]>(count).fill([poste, ...places, 38000, 1]);
    const batches = Array.from({ length: count + 100 }, (_each, at) => [poste, ...places, 38001 + at, 5]);
    const headings = ["Désignation", "Commune", "École", "Mise en service", "Combien"];
    const reading = read([sheet("Parc", [headings, ...alike, ...batches]), headcounts]);
    expect(told(reading, "error")).toEqual(["error unclear-header Parc!E1"]);
  });
});
