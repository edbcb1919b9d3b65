export {
  campagneDe,
  controle,
  enLettres,
  grille,
  montantInstallation,
  montantMaintenance,
  montantTitre,
  quotePart,
  repartition,
  tarifDe,
} from "./functions";
