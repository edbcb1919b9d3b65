import { byLanguage } from "../by-language";
import { lazyTexts } from "../catalogue";

/** Texts of the screen « Explication »: why a cell has its value. */
export const { fr, en } = byLanguage({
  "pane-explain-title": ["Cellule {cell}, {sheet}", "Cell {cell}, {sheet}"],
  "pane-explain-understood-title": ["Comprise comme", "Understood as"],
  "pane-explain-meaning": ["Colonne", "Column"],
  "pane-explain-heading-of": ["En-tête", "Heading"],
  "pane-explain-commune": ["[Commune]", "[Commune]"],
  "pane-explain-school": ["[École]", "[School]"],
  "pane-explain-layout": ["Tableau", "Table"],
  "pane-explain-billed-title": ["Montants facturés d’après cette cellule", "Amounts billed from this cell"],
  "pane-explain-billed-row-title": ["Montants facturés d’après sa ligne", "Amounts billed from its row"],
  "pane-explain-lines-caption": ["Lignes facturées", "Lines billed"],
  "pane-explain-prestation": ["Prestation", "Service"],
  "pane-explain-computed": ["Calcul", "Computation"],
  "pane-explain-amount": ["Montant", "Amount"],
  "pane-explain-line": ["{quantity} × {price}", "{quantity} × {price}"],
  "pane-explain-shared": ["{computed}, part {weight}/{total}", "{computed}, share {weight}/{total}"],
  "pane-explain-sources": ["Comptée d’après : ", "Counted from: "],
  "pane-explain-sources-more-one": ["et 1 autre cellule", "and 1 other cell"],
  "pane-explain-sources-more-other": ["et {count} autres cellules", "and {count} other cells"],
  "pane-explain-shown-at": ["Se retrouve à : ", "Found at: "],
  "pane-explain-shown-later": [
    "Une fois les documents générés, ce montant se retrouvera dans : {sheets}.",
    "Once the documents are generated, this amount will be in: {sheets}.",
  ],
  "pane-explain-more-lines-one": ["1 autre ligne est facturée avec elle.", "1 other line is billed with it."],
  "pane-explain-more-lines-other": [
    "{count} autres lignes sont facturées avec elle.",
    "{count} other lines are billed with it.",
  ],
  "pane-explain-not-title": ["Rien n’est facturé avec elle", "Nothing is billed with it"],
  "pane-explain-not-zero": [
    "La cellule est vide ou vaut 0 : il n’y a rien à compter.",
    "The cell is blank or 0: there is nothing to count.",
  ],
  "pane-explain-not-title-row": [
    "Cette ligne est un titre, ou ne porte aucune quantité.",
    "This row is a title, or holds no quantity.",
  ],
  "pane-explain-not-subtotal": [
    "Cette ligne est un sous-total : ses [écoles] sont déjà [école:comptées une à une|comptés un à un].",
    "This row is a subtotal: its [schools] are already counted one by one.",
  ],
  "pane-explain-not-total": [
    "Cette ligne est un total : ses [écoles] sont déjà [école:comptées une à une|comptés un à un].",
    "This row is a total: its [schools] are already counted one by one.",
  ],
  "pane-explain-not-withdrawn": [
    "Ce matériel est sorti du parc au [1er novembre] de la campagne.",
    "This equipment had been withdrawn by [1 November] of the campaign.",
  ],
  "pane-explain-not-after-snapshot": [
    "Ce matériel est arrivé après le [1er novembre] de la campagne : il relève de la suivante.",
    "This equipment came after [1 November] of the campaign: it belongs to the next one.",
  ],
  "pane-explain-not-untariffed": [
    "La délibération ne fixe aucun tarif pour ce matériel.",
    "The deliberation sets no tariff for this equipment.",
  ],
  "pane-explain-not-set-aside": [
    "Cette ligne a été écartée par un choix. Pour la reprendre : étape Contrôle, filtre « Choix ».",
    "This row was set aside by a choice. To bring it back: step Checks, filter “Choices”.",
  ],
  "pane-explain-not-other-year": [
    "Cette ligne est d’une autre année que la campagne.",
    "This row is for another year than the campaign.",
  ],
  "pane-explain-not-spare": [
    "Ce matériel est en réserve : il n’est pas en service.",
    "This equipment is in reserve: it is not in service.",
  ],
  "pane-explain-not-capped": [
    "Cette prestation se facture une fois par [école] : elle l’est déjà par une autre ligne.",
    "This service is billed once [a school]: another row has it already.",
  ],
  "pane-explain-not-duplicate-source": [
    "Un autre tableau donne déjà ces quantités : elles ne sont comptées qu’une fois.",
    "Another table gives these quantities already: they are counted once only.",
  ],
  "pane-explain-not-not-in-service": [
    "Son tableau montre du matériel qui n’est pas en service.",
    "Its table shows equipment that is not in service.",
  ],
  "pane-explain-not-model": ["Son tableau est un modèle ou un brouillon.", "Its table is a template or a draft."],
  "pane-explain-not-ignored": [
    "Son tableau a été laissé de côté par un choix. Pour le reprendre : étape Contrôle, filtre « Choix ».",
    "Its table was left out by a choice. To take it back: Check step, “Choices” filter.",
  ],
  "pane-explain-not-part-of-headcount": [
    "Le total des élèves [de l’école] est donné à côté : c’est lui qui est compté.",
    "The [school]’s total of pupils is given beside it: this total is counted.",
  ],
  "pane-explain-not-not-counted": [
    "Cette ligne ne compte rien à facturer : montants, dates, remarques, autre chose que le parc.",
    "This row counts nothing to bill: amounts, dates, remarks, something else than the equipment.",
  ],
  "pane-explain-not-no-price": [
    "Cette prestation n’a pas de tarif pour cette nature.",
    "This service has no tariff for this nature.",
  ],
  "pane-explain-not-besancon": [
    "Cette quantité est comptée, mais l’option « [Besançon] » la laisse hors du titre. Pour changer l’option : « Réglages ».",
    "This quantity is counted, but the “[Besançon]” option leaves it out of the titre. To change the option: “Settings”.",
  ],
  "pane-explain-not-error": [
    "Un point bloque cette ligne : elle n’est pas facturée tant qu’il n’est pas réglé.",
    "A point holds this row back: it is not billed as long as the point is not settled.",
  ],
  "pane-explain-not-unused": ["Cette cellule n’entre dans aucun montant.", "This cell is part of no amount."],
  "pane-explain-points-title": ["Points sur cette cellule", "Points on this cell"],
  "pane-explain-open-point": ["Ouvrir le point", "Open the point"],
  "pane-explain-heading-text": [
    "Cet en-tête dit ce que contient sa colonne. Pour l’expliquer, choisissez une cellule en dessous.",
    "This heading says what its column holds. To explain it, choose a cell below.",
  ],
  "pane-explain-line-title": ["Une ligne de fiche", "A line of a rebilling sheet"],
  "pane-explain-basis-title": ["Une ligne de la liquidation", "A line of the claim’s computation"],
  "pane-explain-basis-rest": [
    "Les montants des [communes] font cette somme : une part [d’école partagée|partagé] n’y est pas.",
    "The [communes]’ amounts make this sum: a part of a shared [school] is not in it.",
  ],
  "pane-explain-basis-caption": ["[Communes] qui composent ce montant", "[Communes] that make up this amount"],
  "pane-explain-quantity": ["Quantité", "Quantity"],
  "pane-explain-product-title": ["Une multiplication", "A multiplication"],
  "pane-explain-product": ["{quantity} × {price} = {amount}", "{quantity} × {price} = {amount}"],
  "pane-explain-sum-title": ["Une somme", "A sum"],
  "pane-explain-sum-caption": ["Cellules additionnées", "Cells added up"],
  "pane-explain-sum-of": ["Additionne", "Adds up"],
  "pane-explain-sum-rest-one": ["1 autre cellule", "1 other cell"],
  "pane-explain-sum-rest-other": ["{count} autres cellules", "{count} other cells"],
  "pane-explain-total": ["Total", "Total"],
  "pane-explain-from": ["Reprend : ", "Repeats: "],
  "pane-explain-changed-title": ["La cellule a changé", "The cell has changed"],
  "pane-explain-changed-reading": [
    "La cellule a changé depuis la lecture. Relisez le classeur, puis expliquez-la de nouveau.",
    "The cell has changed since it was read. Read the workbook again, then explain it once more.",
  ],
  "pane-explain-changed-generation": [
    "Elle n’est pas ce que donne l’inventaire aujourd’hui : il a changé depuis la génération, ou elle a été modifiée à la main. Générez de nouveau les documents, étape Documents.",
    "It is not what the inventory gives today: that changed since the generation, or the cell was changed by hand. Generate the documents again, at step Documents.",
  ],
  "pane-explain-nothing-title": ["Rien à expliquer ici", "Nothing to explain here"],
  "pane-explain-nothing-unread-sheet": [
    "Cette feuille n’a pas été lue comme un inventaire, et n’est pas un document [d’Ordiclasse].",
    "This sheet was not read as an inventory, and is not a document of [Ordiclasse].",
  ],
  "pane-explain-nothing-no-table": [
    "Cette cellule est hors des tableaux reconnus dans cette feuille.",
    "This cell is outside the tables recognised in this sheet.",
  ],
  "pane-explain-nothing-no-amount": [
    "Cette cellule du document ne porte pas de montant.",
    "This cell of the document has no amount.",
  ],
  "pane-explain-nothing-counted": [
    "Ce nombre a été compté à la lecture de l’inventaire : aucune formule ne le donne.",
    "This number was counted when the inventory was read: no formula gives it.",
  ],
  "pane-explain-nothing-other-document": [
    "Ce document n’a pas de montant à expliquer.",
    "This document has no amount to explain.",
  ],
  "pane-explain-what-to-choose": [
    "Choisissez une quantité de l’inventaire, ou un montant d’une fiche, de « Récapitulatif », de « Répartition » ou de « Titre [CAGB] ».",
    "Choose a quantity of the inventory, or an amount of a rebilling sheet, of “Récapitulatif”, “Répartition” or “Titre [CAGB]”.",
  ],
  "pane-explain-again": ["Expliquer la cellule choisie", "Explain the selected cell"],
  "pane-explain-follow": ["Suivre la cellule choisie dans Excel", "Follow the cell selected in Excel"],
});

/** A code of the screen « Explication ». */
export type ExplainCode = keyof typeof fr;

/** Like `message`, with the texts of the screen « Explication », loaded with it. */
export const explainMessage = lazyTexts<ExplainCode>({ fr, en });
