import { createDirectory, type Commune } from "../../src/tariff";
import * as given from "../statement/fixtures";
import { rowOf, sheet, sheetsOf, textsOf } from "./fixtures";

const directory = createDirectory(given.campaign.snapshot);

function member(insee: string): Commune {
  const match = directory.findByInsee(insee);
  if (match.kind !== "found") throw new Error(`${insee} is no member.`);
  return match.commune;
}

/** The fiche of a commune that has one school with a workstation. */
function ficheOf(commune: Commune, prestation = "POSTE_STD"): string[] {
  const host = given.school(commune, "École primaire");
  const reading = given.reading([host], [given.quantity(host, prestation, "maintenance", 3)]);
  return textsOf(sheet(sheetsOf(reading), `fiche-${commune.insee}-${commune.siren}`));
}

describe("a fiche names its debtor", () => {
  test("by INSEE code and SIREN", () => {
    expect(ficheOf(member("25112"))).toContain("Chalezeule (INSEE 25112, SIREN 212501126)");
  });

  test("a SIREN that was worked out, and not published, is to be verified", () => {
    expect(ficheOf(member("25034"))).toContain("Auxon-Dessous (INSEE 25034, SIREN 212500342, SIREN à vérifier)");
  });

  test("a commune that a merger ends before the next campaign leads to the one that pays from then on", () => {
    const toLesAuxons = "À partir du 1er janvier 2015, Les Auxons (INSEE 25035, SIREN 200048437)";
    expect(ficheOf(member("25034"))).toContain(toLesAuxons);
    expect(ficheOf(member("25035"))).toContain(toLesAuxons);
    // Mamirolle merges too, but in 2025.
    expect(ficheOf(member("25364")).join()).not.toContain("À partir du");
  });
});

describe("a fiche leaves room for what the CAGB numbers", () => {
  test("bordereau and titre, where there is something to claim", () => {
    const texts = ficheOf(member("25112"));
    expect(texts.filter((text) => /^(Bordereau|Titre) n° …+$/.test(text))).toHaveLength(2);
  });

  test("and not where the CAGB bears all", () => {
    const texts = ficheOf(member("25112"), "PORTAIL");
    expect(texts.filter((text) => /n° …+$/.test(text))).toEqual([]);
    expect(texts).toContain("Soit, en toutes lettres : zéro euro (0,00\u202f€).");
  });
});

describe("« Fiches (impression) » can be taken apart page by page", () => {
  const schools = Array.from({ length: 80 }, (_one, index) => given.school(given.besancon, `École ${index}`, index));
  const reading = given.reading(
    [...schools, given.schoolA],
    [...schools, given.schoolA].map((one) => given.quantity(one, "POSTE_STD", "maintenance", 5)),
  );
  const { rows, print } = sheet(sheetsOf(reading, { printableFiches: true }), "fiches-impression");
  const labels = rows.map(({ cells }) => cells[0]?.value);

  test("every page repeats the titles of the columns, which stand nowhere else", () => {
    const headers = rows.flatMap(({ cells }, row) => (cells[0]?.value === "Prestation" ? [row] : []));
    expect(headers).toEqual([print.titleRows?.first]);
    expect(print.titleRows?.last).toBe(print.titleRows?.first);
  });

  test("a page that goes on with a commune names it at its first school", () => {
    const starts = print.breaksBefore.map((row) => String(labels[row]));
    expect(starts.length).toBeGreaterThan(4);
    for (const start of starts) expect(start).toMatch(/^École \d+ \(Besançon\)$|^Fiche de refacturation · Chalezeule$/);
  });

  test("amounts are those of the fiches", () => {
    const own = sheet(sheetsOf(reading), "fiche-25112-212511200");
    for (const label of ["Total de la quote-part", "Montant à refacturer par la CAGB"])
      expect(
        rows.find(
          ({ cells }, row) =>
            cells[0]?.value === label && row > labels.lastIndexOf("Fiche de refacturation · Chalezeule"),
        )!.cells[6]?.value,
      ).toBe(rowOf(own, label)[6]?.value);
  });
});
