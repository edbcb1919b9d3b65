import { parseIsoDate, type CivilDate } from "../../cells";
import type { Commune } from "../types";

/** A commune and what became of it. */
export interface CommuneEntity extends Commune {
  /** INSEE code of the commune it merged into, or null. */
  readonly successorInsee: string | null;
  /** True where the SIREN was computed, not published: to be verified. */
  readonly sirenToVerify: boolean;
}

function date(text: string | null): CivilDate | null {
  if (text === null) return null;
  const parsed = parseIsoDate(text);
  if (parsed === null) throw new Error(`Commune directory: « ${text} » is no date.`);
  return parsed;
}

/**
 * Every commune that is or was a member of the CAGB (then Grand Besançon Métropole), as a legal entity: a merger makes a new
 * one, with its own SIREN, even where name and INSEE code stay (Fontain in 2019, Mamirolle in 2025).
 * Source : DGCL/INSEE, Licence Ouverte – via Etalab. The mergers' dates are those of INSEE's code officiel géographique.
 * Columns: INSEE, name, SIREN, first day, last day, successor's INSEE, where the SIREN comes from. A null first day: a member
 * since before 2014. « computed »: 21 + 25 + 0 + commune + Luhn key, for a commune that vanished before the published
 * lists: to be verified before it is used elsewhere than on a statement.
 */
type EntityRow = readonly [
  insee: string,
  name: string,
  siren: string,
  from: string | null,
  to: string | null,
  successor: string | null,
  sirenOrigin: "published" | "computed",
];

/** INSEE code of Besançon, which runs the service. */
export const besanconInsee = "25056";

const cagbEntities: readonly EntityRow[] = [
  ["25014", "Amagney", "212500144", null, null, null, "published"],
  ["25027", "Arguel", "212500276", null, "2018-12-31", "25245", "computed"],
  ["25030", "Audeux", "212500300", null, null, null, "published"],
  ["25034", "Auxon-Dessous", "212500342", null, "2014-12-31", "25035", "computed"],
  ["25035", "Auxon-Dessus", "212500359", null, "2014-12-31", "25035", "computed"],
  ["25035", "Les Auxons", "200048437", "2015-01-01", null, null, "published"],
  ["25036", "Avanne-Aveney", "212500367", null, null, null, "published"],
  ["25056", "Besançon", "212500565", null, null, null, "published"],
  ["25058", "Beure", "212500581", null, null, null, "published"],
  ["25073", "Bonnay", "212500730", "2017-01-01", null, null, "published"],
  ["25084", "Boussières", "212500847", null, null, null, "published"],
  ["25086", "Braillans", "212500862", null, null, null, "published"],
  ["25103", "Busy", "212501035", null, null, null, "published"],
  ["25105", "Byans-sur-Doubs", "212501050", "2017-01-01", null, null, "published"],
  ["25111", "Chalèze", "212501118", null, null, null, "published"],
  ["25112", "Chalezeule", "212501126", null, null, null, "published"],
  ["25115", "Champagney", "212501159", null, null, null, "published"],
  ["25117", "Champoux", "212501175", null, null, null, "published"],
  ["25119", "Champvans-les-Moulins", "212501191", null, null, null, "published"],
  ["25133", "Châtillon-le-Duc", "212501332", null, null, null, "published"],
  ["25136", "Chaucenne", "212501365", null, null, null, "published"],
  ["25137", "Chaudefontaine", "212501373", null, "2017-12-31", "25368", "computed"],
  ["25147", "Chemaudin", "212501472", null, "2016-12-31", "25147", "computed"],
  ["25147", "Chemaudin et Vaux", "200066686", "2017-01-01", null, null, "published"],
  ["25152", "La Chevillotte", "212501522", null, null, null, "published"],
  ["25153", "Chevroz", "212501530", "2017-01-01", null, null, "published"],
  ["25186", "Cussey-sur-l'Ognon", "212501860", "2017-01-01", null, null, "published"],
  ["25195", "Dannemarie-sur-Crète", "212501951", null, null, null, "published"],
  ["25197", "Deluz", "212501977", null, null, null, "published"],
  ["25200", "Devecey", "212502009", "2017-01-01", null, null, "published"],
  ["25212", "École-Valentin", "212502124", null, null, null, "published"],
  ["25245", "Fontain", "212502454", null, "2018-12-31", "25245", "computed"],
  ["25245", "Fontain", "200085827", "2019-01-01", null, null, "published"],
  ["25258", "Franois", "212502587", null, null, null, "published"],
  ["25265", "Geneuille", "212502652", "2017-01-01", null, null, "published"],
  ["25267", "Gennes", "212502678", null, null, null, "published"],
  ["25287", "Grandfontaine", "212502876", null, null, null, "published"],
  ["25297", "Le Gratteris", "212502975", null, "2024-12-31", "25364", "published"],
  ["25328", "Larnod", "212503288", null, null, null, "published"],
  ["25364", "Mamirolle", "212503643", null, "2024-12-31", "25364", "published"],
  ["25364", "Mamirolle", "934280017", "2025-01-01", null, null, "published"],
  ["25368", "Marchaux", "212503684", null, "2017-12-31", "25368", "computed"],
  ["25368", "Marchaux-Chaudefontaine", "200077212", "2018-01-01", null, null, "published"],
  ["25371", "Mazerolles-le-Salin", "212503718", null, null, null, "published"],
  ["25376", "Mérey-Vieilley", "212503767", "2017-01-01", null, null, "published"],
  ["25381", "Miserey-Salines", "212503817", null, null, null, "published"],
  ["25395", "Montfaucon", "212503957", null, null, null, "published"],
  ["25397", "Montferrand-le-Château", "212503973", null, null, null, "published"],
  ["25410", "Morre", "212504104", null, null, null, "published"],
  ["25418", "Nancray", "212504187", null, null, null, "published"],
  ["25427", "Noironte", "212504278", null, null, null, "published"],
  ["25429", "Novillars", "212504294", null, null, null, "published"],
  ["25438", "Osselle", "212504385", null, "2015-12-31", "25438", "computed"],
  ["25438", "Osselle-Routelle", "200060556", "2016-01-01", null, null, "published"],
  ["25444", "Palise", "212504443", "2017-01-01", null, null, "published"],
  ["25448", "Pelousey", "212504484", null, null, null, "published"],
  ["25454", "Pirey", "212504542", null, null, null, "published"],
  ["25466", "Pouilley-Français", "212504666", "2017-01-01", null, null, "published"],
  ["25467", "Pouilley-les-Vignes", "212504674", null, null, null, "published"],
  ["25473", "Pugey", "212504732", null, null, null, "published"],
  ["25477", "Rancenay", "212504773", null, null, null, "published"],
  ["25495", "Roche-lez-Beaupré", "212504955", null, null, null, "published"],
  ["25502", "Roset-Fluans", "212505028", "2017-01-01", null, null, "published"],
  ["25509", "Routelle", "212505093", null, "2015-12-31", "25438", "computed"],
  ["25527", "Saint-Vit", "212505275", "2017-01-01", null, null, "published"],
  ["25532", "Saône", "212505325", null, null, null, "published"],
  ["25542", "Serre-les-Sapins", "212505424", null, null, null, "published"],
  ["25557", "Tallenay", "212505572", null, null, null, "published"],
  ["25560", "Thise", "212505606", null, null, null, "published"],
  ["25561", "Thoraise", "212505614", null, null, null, "published"],
  ["25564", "Torpes", "212505648", null, null, null, "published"],
  ["25575", "Vaire-Arcier", "212505754", null, "2016-05-31", "25575", "computed"],
  ["25575", "Vaire", "200062438", "2016-06-01", null, null, "published"],
  ["25576", "Vaire-le-Petit", "212505762", null, "2016-05-31", "25575", "computed"],
  ["25593", "Vaux-les-Prés", "212505937", null, "2016-12-31", "25147", "computed"],
  ["25594", "Velesmes-Essarts", "212505945", "2017-01-01", null, null, "published"],
  ["25598", "Venise", "212505986", "2017-01-01", null, null, "published"],
  ["25611", "La Vèze", "212506117", null, null, null, "published"],
  ["25612", "Vieilley", "212506125", "2017-01-01", null, null, "published"],
  ["25616", "Villars-Saint-Georges", "212506166", "2017-01-01", null, null, "published"],
  ["25631", "Vorges-les-Pins", "212506315", null, null, null, "published"],
];

/** Every entity of the directory, in order of INSEE code then of time. */
export const communeEntities: readonly CommuneEntity[] = cagbEntities.map(
  ([insee, name, siren, from, to, successorInsee, sirenOrigin]) => ({
    insee,
    name,
    siren,
    from: date(from),
    to: date(to),
    successorInsee,
    sirenToVerify: sirenOrigin === "computed",
  }),
);
