import { missingParticulars } from "../../src/options";
import { builtInConventions } from "../../src/tariff";

const whole = {
  particulars: {
    creditorSiret: "21250056500016",
    debtorSiret: "24250036100017",
    creditorAddress: "2 rue Mégevand",
    debtorAddress: "4 rue Gabriel-Plançon",
  },
  signatory: { name: "Mme X", title: "Adjointe", delegation: "Arrêté n° 3" },
};

describe("the particulars that the user could have given are listed, in the words of the options sheet", () => {
  test("all particulars are missing when none is given", () => {
    expect(missingParticulars({ particulars: {}, signatory: null }).map(({ label }) => label)).toEqual([
      ...["SIRET du créancier", "SIRET du débiteur", "Adresse du créancier", "Adresse du débiteur"],
      ...["Signataire", "Qualité du signataire", "Délégation"],
    ]);
  });

  test("no particular is missing when all are given, whatever finance gives later", () => {
    expect(missingParticulars(whole)).toEqual([]);
  });

  test("a missing number of the arrêté mentions the delegation too", () => {
    const signatory = { ...whole.signatory, delegation: " " };
    const particulars = { ...whole.particulars, delegationNumber: "2014-12" };
    expect(missingParticulars({ particulars, signatory })).toEqual([]);
  });

  test("no delegation is missing for the executive of the convention, who signs in their own name", () => {
    const [convention] = builtInConventions;
    const missing = (title: string, executive: string) =>
      missingParticulars(
        { ...whole, signatory: { name: "Mme X", title, delegation: "" } },
        { ...convention!, creditor: { ...convention!.creditor, executive } },
      ).map(({ label }) => label);
    expect(missing("Maire", "le Maire")).toEqual([]);
    expect(missing("Présidente", "le Président")).toEqual([]);
    expect(missing("Président du syndicat", "la Présidente")).toEqual([]);
    expect(missing("Vice-présidente", "le Président")).toEqual(["Délégation"]);
    expect(missing("Maire", "le Président")).toEqual(["Délégation"]);
  });

  test("a delegation left blank beside a signatory and an address of spaces are missing particulars", () => {
    const signatory = { ...whole.signatory, delegation: "" };
    const particulars = { ...whole.particulars, debtorAddress: "  " };
    expect(missingParticulars({ particulars, signatory }).map(({ name }) => name)).toEqual([
      "debtorAddress",
      "signatoryDelegation",
    ]);
  });
});
