import { civilDate, toSerial } from "../../../../src/cells";
import { readWorkbooks, sheet, withFacts, workbook, type Read } from "../../workbook-of";
import { poste, serveur } from "./table-of";

type Day = readonly [year: number, month: number, day: number];

/** Reads « Parc » beside its headcounts, its dates in `cells` written as the workbook counts them. */
function readDated(rows: (serial: (...day: Day) => number) => readonly (readonly (string | number | null)[])[]) {
  return (date1904: boolean, cells: readonly string[]): Read => {
    const parc = sheet(
      "Parc",
      rows((...day) => toSerial(civilDate(...day)!, date1904)),
    );
    const pupils = sheet("Effectifs", [
      ["Commune", "École", "Élèves"],
      ["Amagney", "Bourg", 50],
    ]);
    return readWorkbooks([workbook([withFacts(parc, { dates: cells }), pupils], { date1904 })]);
  };
}

describe("a column of dates is weighed by the days that its workbook means, from 1900 or from 1904", () => {
  const systems = [false, true];

  it.each(systems)("a column of dates of the campaign, of nothing known, is asked about (1904: %s)", (date1904) => {
    const reading = readDated((serial) => [
      ["Commune", "École", poste, serveur, "Mise en service"],
      ["Amagney", "Bourg", 12, 1, serial(2014, 9, 15)],
    ])(date1904, ["E2"]);
    expect(reading.anomalies("Parc")).toEqual(["error unclear-header E1"]);
  });

  it.each(systems)("a column of dates after the snapshot is left out (1904: %s)", (date1904) => {
    const reading = readDated((serial) => [
      ["Commune", "École", poste, serveur, "Mise en service"],
      ["Amagney", "Bourg", 12, 1, serial(2018, 9, 15)],
    ])(date1904, ["E2"]);
    expect(reading.anomalies("Parc")).toEqual([]);
  });

  it.each(systems)("a column of dates of the first years that are read is one of dates (1904: %s)", (date1904) => {
    const reading = readDated((serial) => [
      ["Commune", "École", poste, "Serveurs standard posés"],
      ["Amagney", "Bourg", 12, serial(2003, 9, 15)],
      ["Amagney", "Vieux bourg", 3, serial(2002, 9, 15)],
      ["Amagney", "Haut bourg", 4, serial(2001, 9, 15)],
    ])(date1904, ["D2", "D3", "D4"]);
    expect(reading.anomalies("Parc").filter((text) => text.includes("quantity"))).toEqual([]);
  });

  it.each(systems)("a date below a blank row makes a machine rather than a note (1904: %s)", (date1904) => {
    const reading = readDated((serial) => [
      ["Amagney", null, null],
      ["Désignation", "École", "Mise en service"],
      [poste, "Bourg", serial(2012, 9, 15)],
      [null, null, null],
      [poste, "Bourg", serial(2003, 9, 15)],
    ])(date1904, ["C3", "C5"]);
    expect(reading.quantity("Bourg", "POSTE_STD")).toBe(2);
  });
});
