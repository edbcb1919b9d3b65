import { _, billed, read, told } from "../read-sheets";
import { columns, headcounts, long, poste, serveur, shownSheet, wide } from "./table-of";

const equipment = (reading: Parameters<typeof billed>[0]): string[] =>
  billed(reading).filter((text) => /POSTE|SERVEUR|PIECES/.test(text));

describe("words of service, of installation, or of neither", () => {
  it.each([
    ["Quantité au 1er novembre", "Qté installée"],
    ["Qté en place", "Entrées"],
    ["Parc au 01/11/2014", "dont neufs"],
    ["Nb existants", "Livrés en 2014"],
    ["Présents", "Acquis"],
    ["Qté totale", "dont installés"],
    ["En service", "Posés"],
  ])("columns « %s » and « %s » count the machines in service and the installed ones", (served, installed) => {
    const reading = read([long(["Prestation", served, installed], [[poste, 12, 2]]), headcounts]);
    expect(equipment(reading)).toEqual(["Amagney/École primaire POSTE_STD 12", "Amagney/École primaire POSTE_STD+ 2"]);
    expect(told(reading, "error")).toEqual([]);
  });

  it.each(["Sorties", "Retirés", "Réformés", "HS", "En stock", "À commander", "Prévus 2015", "Parc N-1"])(
    "a column « %s » is left out, and reported",
    (heading) => {
      const reading = read([
        wide(["En service", "Installés", heading, serveur], [[12, 2, 3, 1]], [poste, _, _, _]),
        headcounts,
      ]);
      expect(equipment(reading)).toEqual([
        "Amagney/École primaire POSTE_STD 12",
        "Amagney/École primaire POSTE_STD+ 2",
        "Amagney/École primaire SERVEUR_STD 1",
      ]);
      expect(told(reading, "info")).toContain("info out-of-service-column Parc!E2");
    },
  );

  it("« dont HS » is asked about: whether the column beside it includes those machines is unknown", () => {
    const reading = read([
      wide(["En service", "Installés", "dont HS", serveur], [[12, 2, 3, 1]], [poste, _, _, _]),
      headcounts,
    ]);
    expect(told(reading, "error")).toEqual(["error unclear-header Parc!E2"]);
  });

  it("stocks on two 1 Novembers, with arrivals and departures between them, are read", () => {
    const reading = read([
      long(["Prestation", "Parc au 01/11/2013", "Entrées", "Sorties", "Parc au 01/11/2014"], [[poste, 12, 2, 1, 13]]),
      headcounts,
    ]);
    expect(equipment(reading)).toEqual(["Amagney/École primaire POSTE_STD 13", "Amagney/École primaire POSTE_STD+ 2"]);
    expect(columns(reading)).toEqual([
      "Prestation: label",
      "Parc au 01/11/2013: (other-year)",
      "Entrées: quantity installation",
      "Sorties: (out-of-service)",
      "Parc au 01/11/2014: quantity maintenance",
    ]);
  });

  it("« Stock au 01/11/2014 » is asked about", () => {
    const reading = read([long(["Prestation", "Stock au 01/11/2014"], [[poste, 12]]), headcounts]);
    expect(told(reading, "error")).toEqual(["error ambiguous-header Parc!D1"]);
    expect(equipment(reading)).toEqual([]);
  });

  it("a part of a column is neither billed nor added", () => {
    const reading = read([wide([poste, "dont portables", serveur], [[12, 2, 1]]), headcounts]);
    expect(equipment(reading)).toEqual(["Amagney/École primaire POSTE_STD 12", "Amagney/École primaire SERVEUR_STD 1"]);
    expect(told(reading, "error", "info").filter((text) => text.includes("Parc!"))).toEqual([
      "info part-column Parc!D1",
    ]);
  });

  it("a heading that names no prestation takes one from the left only under a heading common to both", () => {
    const alone = read([wide([serveur, poste, "Installés 2014"], [[1, 12, 2]]), headcounts]);
    expect(told(alone, "error")).toEqual(["error ambiguous-header Parc!E1"]);
    const under = shownSheet("Parc", [
      [_, _, "Salle", "Salle", _],
      ["Commune", "École", poste, "Nouveaux", serveur],
      ["Amagney", "École primaire", 12, 2, 1],
    ]);
    expect(equipment(read([under, headcounts]))).toContain("Amagney/École primaire POSTE_STD 12");
  });

  it("spare parts in service count nothing, and are reported", () => {
    const reading = read([
      wide([poste, "Pièces détachées", poste, "Pièces détachées"], [[12, 5, 2, 3]], ["En service", _, "Installés", _]),
      headcounts,
    ]);
    expect(equipment(reading)).toEqual([
      "Amagney/École primaire PIECES+ 3",
      "Amagney/École primaire POSTE_STD 12",
      "Amagney/École primaire POSTE_STD+ 2",
    ]);
    expect(told(reading, "warning")).toContain("warning parts-in-service Parc!D2");
  });

  it("two quantities of the same machines are not added, but asked about", () => {
    const reading = read([long(["Prestation", "Quantité", "Nb"], [[poste, 12, 8]]), headcounts]);
    expect(told(reading, "error")).toEqual(["error duplicate-header Parc!D1", "error duplicate-header Parc!E1"]);
    expect(equipment(reading)).toEqual([]);
  });

  it("a total of the columns before it is their total", () => {
    const reading = read([
      wide(
        ["Postes élèves", "Postes direction", "Total postes"],
        [
          [10, 2, 12],
          [11, 1, 12],
          [9, 3, 12],
        ],
      ),
      headcounts,
    ]);
    expect(columns(reading)).toContain("Total postes: (total)");
    expect(told(reading, "error")).toEqual([]);
  });
});
