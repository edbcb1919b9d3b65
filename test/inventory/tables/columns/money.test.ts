import { _, billed, read, told } from "../read-sheets";
import { columns, euros, headcounts, long, poste, serveur, wide } from "./table-of";

const postes = (reading: Parameters<typeof billed>[0]): string[] =>
  billed(reading).filter((text) => /POSTE_STD|SERVEUR_STD/.test(text));

describe("money is never a quantity", () => {
  it.each([
    "Maintenance (€)",
    "Montant",
    "Coût",
    "Prix unitaire",
    "P.U.",
    "Tarif 2014",
    "Total TTC",
    "Valeur HT",
    "Maintenance EUR",
  ])("money under « %s », beside a quantity, is never a quantity", (heading) => {
    const reading = read([
      long(
        ["Prestation", "Quantité", heading],
        [
          [poste, 12, 442],
          [poste, 8, 295],
        ],
      ),
      headcounts,
    ]);
    expect(postes(reading)).toEqual(["Amagney/École primaire POSTE_STD 12", "Busy/École primaire POSTE_STD 8"]);
    expect(columns(reading)).toContain(`${heading}: (money)`);
    expect(told(reading, "error")).toEqual([]);
  });

  it("money in a second row of headings, under each prestation, is never a quantity", () => {
    const reading = read([
      wide(["Qté", "Montant (€)", "Qté", "Montant (€)"], [[1, 263.33, 10, 368.6]], [serveur, _, poste, _]),
      headcounts,
    ]);
    expect(postes(reading)).toEqual(["Amagney/École primaire POSTE_STD 10", "Amagney/École primaire SERVEUR_STD 1"]);
    expect(told(reading, "error", "warning").filter((text) => text.includes("Parc"))).toEqual([]);
  });

  it("money in a row of headings above is never a quantity", () => {
    const reading = read([
      wide([poste, serveur, poste, serveur], [[10, 1, 369, 263]], [_, _, "Montants (€)", _]),
      headcounts,
    ]);
    expect(postes(reading)).toEqual(["Amagney/École primaire POSTE_STD 10", "Amagney/École primaire SERVEUR_STD 1"]);
  });

  it("money by the format of its cells is never a quantity, whatever its heading", () => {
    const reading = read([
      wide(
        [poste, "Serveur standard", "Maintenance serveur"],
        [
          [10, 1, euros(263)],
          [9, 1, euros(263)],
        ],
      ),
      headcounts,
    ]);
    expect(columns(reading)).toContain("Maintenance serveur: (money)");
    expect(told(reading, "error")).toEqual([]);
  });

  it("money by numbers that are the prices of the quantities beside it is never a quantity", () => {
    const reading = read([
      long(
        ["Prestation", "Quantité", "Installation", "Maintenance"],
        [
          [poste, 12, 379, 442],
          [poste, 8, 253, 295],
        ],
      ),
      headcounts,
    ]);
    // 12 × 31,60 = 379,20 and 12 × 36,86 = 442,32
    expect(columns(reading).slice(2)).toEqual(["Installation: (money)", "Maintenance: (money)"]);
    expect(postes(reading)).toEqual(["Amagney/École primaire POSTE_STD 12", "Busy/École primaire POSTE_STD 8"]);
  });

  it.each(["Postes clients à 36,86 €", "Postes clients standard (€)"])(
    "asks of whole numbers, no price of the tariff, of a prestation that nothing else counts: « %s »",
    (heading) => {
      const reading = read([
        wide(
          [heading, serveur],
          [
            [10, 1],
            [12, 1],
          ],
        ),
        headcounts,
      ]);
      expect(told(reading, "error")).toEqual(["error unclear-header Parc!C1"]);
      expect(postes(reading)).toEqual(["Amagney/École primaire SERVEUR_STD 1", "Busy/École primaire SERVEUR_STD 1"]);
    },
  );

  it.each(["Montant postes", "Coût maintenance postes", "Tarif postes", "Coût (€)"])(
    "asks of small whole numbers where no column counts machines, and they are no amount of what stands before: « %s »",
    (heading) => {
      const table = (...amounts: readonly number[]) =>
        wide(
          [serveur, heading],
          amounts.map((amount) => [1, amount]),
        );
      expect(told(read([table(12, 9), headcounts]), "error")).toEqual(["error unclear-header Parc!D1"]);
      // 1 × 263,33, to the euro.
      expect(told(read([table(263, 263), headcounts]), "error")).toEqual([]);
    },
  );
});

describe("amounts that the office computed itself", () => {
  const table = (heading: string, ...amounts: readonly number[]) =>
    long(
      ["Prestation", "Quantité", heading],
      amounts.map((amount) => [poste, 12, amount]),
    );

  it("amounts that agree with 12 × 36,86 = 442,32, to the cent or to the euro, are not reported", () => {
    expect(told(read([table("Maintenance (€)", 442.32), headcounts]), "warning")).not.toContain(
      "warning amount-differs Parc!E2",
    );
    expect(told(read([table("Maintenance (€)", 442), headcounts]), "warning")).not.toContain(
      "warning amount-differs Parc!E2",
    );
  });

  it("amounts that differ are both reported, and the tariff is billed", () => {
    const reading = read([table("Maintenance (€)", 442.32, 479.18), headcounts]);
    expect(told(reading, "warning").filter((text) => text.includes("amount"))).toEqual([
      "warning amount-differs Parc!E3",
    ]);
    expect(reading.anomalies.find(({ code }) => code === "amount-differs")!.params).toMatchObject({
      written: "479,18",
      reckoned: "442,32",
      quantity: 12,
      price: "36,86",
    });
    expect(postes(reading)).toContain("Busy/École primaire POSTE_STD 12");
  });

  it("amounts of purchases are not compared", () => {
    const reading = read([table("Prix d'achat (€)", 500), headcounts]);
    expect(told(reading, "warning")).not.toContain("warning amount-differs Parc!E2");
  });
});
