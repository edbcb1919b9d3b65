// The entry point of the functions of ORDICLASSE. custom-functions-metadata reads names, descriptions and parameters
// here, and Excel shows them to users, in French. An argument that is left out is passed as null.
import { amounts, gridTable, tarif, campaignSerial, inWords } from "./value-functions";
import { answer, answerTable } from "./excel-values";
import { communeDue, controls, splitTable, titre } from "./inventory-functions";

/**
 * Prix unitaire voté d’une prestation, en euros. #N/A si la grille n’a pas de tarif pour cette nature.
 * @customfunction TARIF
 * @helpurl https://localhost:3000/aide-fonctions.html#tarif
 * @param prestation Prestation, en toutes lettres ou par son code : "Poste client standard" ou "POSTE_STD".
 * @param nature "Installation" ou "Maintenance".
 * @param [payeur] "CAGB" ou "Commune" ; les deux ensemble si l’argument est omis.
 * @param [campagne] Année ou 1er novembre de la campagne ; à défaut, la plus récente de la grille donnée, ou des conventions intégrées.
 * @param [grille] Plage d’une autre grille, avec les dix titres de ORDICLASSE.GRILLE ; la grille intégrée si l’argument est omis.
 * @returns Prix unitaire en euros.
 */
export function tarifDe(
  prestation: unknown,
  nature: unknown,
  payeur?: unknown,
  campagne?: unknown,
  grille?: unknown[][],
): number {
  return answer(tarif({ prestation, nature, payer: payeur, campaign: campagne, grid: grille }));
}

/**
 * Montant d’installation, en euros : quantité × prix unitaire. Une plage de quantités donne une plage de montants.
 * @customfunction INSTALL
 * @helpurl https://localhost:3000/aide-fonctions.html#install
 * @param prestation Prestation, en toutes lettres ou par son code : "Poste client standard" ou "POSTE_STD".
 * @param quantité Quantité installée : un nombre entier, 0 ou plus, ou une plage.
 * @param [payeur] "CAGB" ou "Commune" ; les deux ensemble si l’argument est omis.
 * @param [campagne] Année ou 1er novembre de la campagne ; à défaut, la plus récente de la grille donnée, ou des conventions intégrées.
 * @param [grille] Plage d’une autre grille, avec les dix titres de ORDICLASSE.GRILLE ; la grille intégrée si l’argument est omis.
 * @returns Montant en euros, dans la forme de la plage des quantités.
 */
export function montantInstallation(
  prestation: unknown,
  quantité: unknown[][],
  payeur?: unknown,
  campagne?: unknown,
  grille?: unknown[][],
): unknown[][] {
  const given = { prestation, nature: "Installation", payer: payeur, campaign: campagne, grid: grille };
  return answerTable(amounts(quantité, given));
}

/**
 * Montant annuel de maintenance, en euros : quantité × prix unitaire. Une plage de quantités donne une plage de montants.
 * @customfunction MAINT
 * @helpurl https://localhost:3000/aide-fonctions.html#maint
 * @param prestation Prestation, en toutes lettres ou par son code : "Poste client standard" ou "POSTE_STD".
 * @param quantité Quantité en service : un nombre entier, 0 ou plus, ou une plage.
 * @param [payeur] "CAGB" ou "Commune" ; les deux ensemble si l’argument est omis.
 * @param [campagne] Année ou 1er novembre de la campagne ; à défaut, la plus récente de la grille donnée, ou des conventions intégrées.
 * @param [grille] Plage d’une autre grille, avec les dix titres de ORDICLASSE.GRILLE ; la grille intégrée si l’argument est omis.
 * @returns Montant en euros, dans la forme de la plage des quantités.
 */
export function montantMaintenance(
  prestation: unknown,
  quantité: unknown[][],
  payeur?: unknown,
  campagne?: unknown,
  grille?: unknown[][],
): unknown[][] {
  const given = { prestation, nature: "Maintenance", payer: payeur, campaign: campagne, grid: grille };
  return answerTable(amounts(quantité, given));
}

/**
 * Grille votée d’une campagne, titres compris : prix unitaires, période d’application, acte.
 * @customfunction GRILLE
 * @helpurl https://localhost:3000/aide-fonctions.html#grille
 * @param [campagne] Année ou 1er novembre de la campagne ; à défaut, la plus récente des conventions intégrées.
 * @returns Grille, une ligne par prestation.
 */
export function grille(campagne?: unknown): unknown[][] {
  return answerTable(gridTable(campagne));
}

/**
 * Répartition du titre par prestation, par commune ou par école, avec titres et total.
 * @customfunction REPARTITION
 * @helpurl https://localhost:3000/aide-fonctions.html#repartition
 * @param inventaire Plage de l’inventaire, titres des colonnes et effectifs compris.
 * @param [campagne] Année ou 1er novembre de la campagne ; à défaut, la plus récente de la grille donnée, ou des conventions intégrées.
 * @param [par] "prestation", "commune" ou "école" ; par prestation si l’argument est omis.
 * @param [grille] Plage d’une autre grille, avec les dix titres de ORDICLASSE.GRILLE ; la grille intégrée si l’argument est omis.
 * @returns Installation et maintenance, part de la CAGB et part communale, total.
 */
export function repartition(
  inventaire: unknown[][],
  campagne?: unknown,
  par?: unknown,
  grille?: unknown[][],
): unknown[][] {
  return answerTable(splitTable({ inventory: inventaire, campaign: campagne, grid: grille }, par));
}

/**
 * Somme que la CAGB réclame à une commune, en euros. 0 pour une commune membre sans matériel.
 * @customfunction QUOTEPART
 * @helpurl https://localhost:3000/aide-fonctions.html#quotepart
 * @param inventaire Plage de l’inventaire, titres des colonnes et effectifs compris.
 * @param commune Nom de la commune, ou son code INSEE.
 * @param [campagne] Année ou 1er novembre de la campagne ; à défaut, la plus récente de la grille donnée, ou des conventions intégrées.
 * @param [grille] Plage d’une autre grille, avec les dix titres de ORDICLASSE.GRILLE ; la grille intégrée si l’argument est omis.
 * @returns Part de la commune en euros, installation et maintenance.
 */
export function quotePart(inventaire: unknown[][], commune: unknown, campagne?: unknown, grille?: unknown[][]): number {
  return answer(communeDue({ inventory: inventaire, campaign: campagne, grid: grille }, commune));
}

/**
 * Montant du titre émis par la Ville, en euros, ou la part d’un seul payeur.
 * @customfunction TITRE
 * @helpurl https://localhost:3000/aide-fonctions.html#titre
 * @param inventaire Plage de l’inventaire, titres des colonnes et effectifs compris.
 * @param [campagne] Année ou 1er novembre de la campagne ; à défaut, la plus récente de la grille donnée, ou des conventions intégrées.
 * @param [payeur] "CAGB" ou "Commune" ; le titre entier si l’argument est omis.
 * @param [grille] Plage d’une autre grille, avec les dix titres de ORDICLASSE.GRILLE ; la grille intégrée si l’argument est omis.
 * @returns Montant en euros.
 */
export function montantTitre(
  inventaire: unknown[][],
  campagne?: unknown,
  payeur?: unknown,
  grille?: unknown[][],
): number {
  return answer(titre({ inventory: inventaire, campaign: campagne, grid: grille }, payeur));
}

/**
 * Anomalies d’un inventaire : gravité, ligne et colonne dans la plage, constat. « Aucune anomalie » s’il n’y en a pas.
 * @customfunction CONTROLE
 * @helpurl https://localhost:3000/aide-fonctions.html#controle
 * @param inventaire Plage de l’inventaire, titres des colonnes et effectifs compris.
 * @param [campagne] Année ou 1er novembre de la campagne ; à défaut, la plus récente des conventions intégrées.
 * @returns Une ligne par anomalie.
 */
export function controle(inventaire: unknown[][], campagne?: unknown): unknown[][] {
  return answerTable(controls(inventaire, campagne));
}

/**
 * 1er novembre de la campagne qui facture une installation faite à cette date. À mettre au format Date.
 * @customfunction CAMPAGNE
 * @helpurl https://localhost:3000/aide-fonctions.html#campagne
 * @param date Date de l’installation.
 * @returns Date, sous forme de numéro de série.
 */
export function campagneDe(date: unknown): number {
  return answer(campaignSerial(date));
}

/**
 * Montant en toutes lettres, en euros et centimes.
 * @customfunction ENLETTRES
 * @helpurl https://localhost:3000/aide-fonctions.html#enlettres
 * @param montant Montant en euros, arrondi au centime.
 * @returns Montant en toutes lettres.
 */
export function enLettres(montant: unknown): string {
  return answer(inWords(montant));
}
