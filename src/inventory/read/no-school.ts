import { fold, memoByText } from "../../cells";
import { isForecast, isSchoolName } from "./row-kind";
import { readStatus } from "./status";

/** What is no school where a school's name is expected: stocks, movements, forecasts, other places of the town. */
const names = `
  stocks? (?:la_)?reserve depots? magasins? ateliers? prets? emprunts? reformee?s? rebuts? reparations? sav pannes? mairies? cantines?
  bibliotheques? mediatheques? centres?_de_loisirs? clsh alsh periscolaires? garderies? services?_techniques? services?_informatiques?
  a_prevoir a_commander a_installer a_livrer a_recevoir a_venir commandes? devis achats? neufs? neuves? nouveaux? nouvelles?
  divers autres? non_affectee?s? non_localisee?s? inconnue?s? ref references? ecarts? differences? variations? evolutions?
`;
const ofTown = "(?: (?:de la )?(?:mairie|ville|commune|agglo|dtic|informatique))?";
const noSchool = new RegExp(`^(?:${names.trim().split(/\s+/).join("|").replaceAll("_", " ")})${ofTown}$`);
/** « Dont neufs », « Installés en 2014 »: of something else, whatever follows. */
const movement =
  /^(?:dont|y compris|installee?s?|posee?s?|livree?s?|arrivee?s?|recue?s?|achetee?s?|remplacee?s?|ajoutee?s?)\b/;

/** True of a text that names no school, though it stands where one does: « Stock », « Réformés », « À prévoir ». */
export const namesNoSchool: (text: string) => boolean = memoByText((text) => {
  if (isSchoolName(text)) return false;
  const folded = fold(text)
    .replace(/\b(?:19|20)\d\d\b/g, " ")
    .replace(/[^a-z]+/g, " ")
    .trim();
  if (folded === "") return /^[\s+\-–—/?.]+$/.test(text);
  const status = readStatus(text);
  return (
    (status !== null && status !== "in-service") || noSchool.test(folded) || movement.test(folded) || isForecast(text)
  );
});
