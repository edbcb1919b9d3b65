/** A member of the CAGB: INSEE code and name. */
export type Commune = readonly [insee: string, name: string];

/** The members on 1 November 2014, from INSEE's list: written here apart from the product's directory. */
const members2014: readonly Commune[] = [
  ["25014", "Amagney"],
  ["25027", "Arguel"],
  ["25030", "Audeux"],
  ["25034", "Auxon-Dessous"],
  ["25035", "Auxon-Dessus"],
  ["25036", "Avanne-Aveney"],
  ["25056", "Besançon"],
  ["25058", "Beure"],
  ["25084", "Boussières"],
  ["25086", "Braillans"],
  ["25103", "Busy"],
  ["25111", "Chalèze"],
  ["25112", "Chalezeule"],
  ["25115", "Champagney"],
  ["25117", "Champoux"],
  ["25119", "Champvans-les-Moulins"],
  ["25133", "Châtillon-le-Duc"],
  ["25136", "Chaucenne"],
  ["25137", "Chaudefontaine"],
  ["25147", "Chemaudin"],
  ["25152", "La Chevillotte"],
  ["25195", "Dannemarie-sur-Crète"],
  ["25197", "Deluz"],
  ["25212", "École-Valentin"],
  ["25245", "Fontain"],
  ["25258", "Franois"],
  ["25267", "Gennes"],
  ["25287", "Grandfontaine"],
  ["25297", "Le Gratteris"],
  ["25328", "Larnod"],
  ["25364", "Mamirolle"],
  ["25368", "Marchaux"],
  ["25371", "Mazerolles-le-Salin"],
  ["25381", "Miserey-Salines"],
  ["25395", "Montfaucon"],
  ["25397", "Montferrand-le-Château"],
  ["25410", "Morre"],
  ["25418", "Nancray"],
  ["25427", "Noironte"],
  ["25429", "Novillars"],
  ["25438", "Osselle"],
  ["25448", "Pelousey"],
  ["25454", "Pirey"],
  ["25467", "Pouilley-les-Vignes"],
  ["25473", "Pugey"],
  ["25477", "Rancenay"],
  ["25495", "Roche-lez-Beaupré"],
  ["25509", "Routelle"],
  ["25532", "Saône"],
  ["25542", "Serre-les-Sapins"],
  ["25557", "Tallenay"],
  ["25560", "Thise"],
  ["25561", "Thoraise"],
  ["25564", "Torpes"],
  ["25575", "Vaire-Arcier"],
  ["25576", "Vaire-le-Petit"],
  ["25593", "Vaux-les-Prés"],
  ["25611", "La Vèze"],
  ["25631", "Vorges-les-Pins"],
];

const mergedIn2015 = ["25034", "25035"];

/** The members on 1 November of a campaign: Les Auxons takes the place of two communes on 1 January 2015. */
export function membersOf(campaign: number): readonly Commune[] {
  if (campaign === 2014) return members2014;
  return [...members2014.filter(([insee]) => !mergedIn2015.includes(insee)), ["25035", "Les Auxons"]];
}
