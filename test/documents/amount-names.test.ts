import { amountNamesOf } from "../../src/documents";
import { builtInConvention } from "../../src/tariff";

const built = builtInConvention(2014);

function namesOf(service: string, debtor: string, members: string): string[] {
  const nouns = {
    ...built.nouns,
    debtor: { ...built.nouns.debtor, singular: debtor },
    member: { ...built.nouns.member, plural: members },
  };
  const names = amountNamesOf({ ...built, service, nouns });
  return [names.titre, names.debtor, names.members, names.dueOf("2A004")];
}

describe("the names of amounts", () => {
  it.each([
    [
      "Ordiclasse",
      "CAGB",
      "communes",
      ["ORDICLASSE_TITRE", "ORDICLASSE_CAGB", "ORDICLASSE_COMMUNES", "ORDICLASSE_DU_2A004"],
    ],
    [
      "Cantines & crèches",
      "Sivom de l’Œuf",
      "communes-membres",
      [
        ...["CANTINES_CRECHES_TITRE", "CANTINES_CRECHES_SIVOM_DE_L_OEUF", "CANTINES_CRECHES_COMMUNES_MEMBRES"],
        "CANTINES_CRECHES_DU_2A004",
      ],
    ],
    [
      "3 Rivières",
      "Pays",
      "pays",
      ["_3_RIVIERES_TITRE", "_3_RIVIERES_PAYS", "_3_RIVIERES_PAYS_3", "_3_RIVIERES_DU_2A004"],
    ],
  ])("are valid in Excel, and told apart, under %s", (service, debtor, members, wanted) => {
    expect(namesOf(service, debtor, members)).toEqual(wanted);
  });
});
