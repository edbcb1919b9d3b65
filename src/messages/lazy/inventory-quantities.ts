/** Messages about the quantities and totals of an inventory, and about numbers that are not billed. */
export const fr = {
  "headcount-total-differs":
    "Ce total d’élèves de « {school} » affiche {shown} alors que ses niveaux donnent {expected} : c’est le total qui est facturé. Vérifiez-le.",
  "more-installed":
    "{installed} installés dans l’année pour {inService} en service : c’est facturé tel quel. Vérifiez les deux quantités.",
  "more-than-one-a-school":
    "« {school} » a plus d’un « {prestation} » ({quantity} ici), alors que la convention en prévoit un par [école] : un seul est facturé. Corrigez la quantité, ou choisissez « à l’unité » dans les options.",
  "beyond-cap":
    "« {school} » a {quantity} « {prestation} » : le plafond de la convention est de {most} par [école], ce qui dépasse n’est pas facturé.",
  "packs-inferred":
    "Aucune feuille ne montre les packs logiciels : un pack en maintenance est compté pour chaque [école équipée|équipé] ({schools}), aucun en installation.",
  "quantity-error":
    "La cellule contient l’erreur {value} : cette quantité n’est pas facturée. {?computing:Elle était peut-être en cours de calcul : attendez qu’il finisse, puis relisez. }Corrigez la formule ou tapez le nombre.",
  "formula-without-result":
    "La formule de cette cellule n’a pas de résultat enregistré : ce qu’elle donne n’est pas facturé. Ouvrez le classeur dans Excel, recalculez-le et enregistrez-le, ou tapez la valeur.",
  "implausible-quantity":
    "{value} pour « {prestation} » dans [une seule|seul école] : c’est trop pour être vraisemblable, et ce n’est pas facturé. Corrigez la cellule, ou dites dans les options que c’est bien {value}.",
  "merged-quantity":
    "« {value} » est écrit une fois pour plusieurs lignes ou colonnes fusionnées : rien n’en est facturé, faute de savoir à qui il revient. Défusionnez ces cellules, et écrivez le nombre de chacune.",
  "hidden-under-merge":
    "La cellule {cell} contient « {value} », que la fusion {range} cache : personne ne le voit, et rien ne dit si cela compte. Défusionnez ces cellules, puis gardez ce qui compte.",
  "quantity-is-date":
    "Cette quantité est une date : elle n’est pas facturée. Retapez le nombre, puis mettez la cellule au format « Nombre ».",
  "quantity-letter-o":
    "« {value} » peut être la lettre O comme le chiffre zéro : cette quantité n’est pas facturée. Tapez « oui », ou le nombre.",
  "quantity-other-unit":
    "« {value} » ne compte pas la même chose que « {prestation} » : cette quantité n’est pas facturée. Tapez le nombre seul, ou déplacez-le sous son titre.",
  "quantity-shown-as-date":
    "Cette cellule s’affiche comme une date mais contient le nombre {quantity} : c’est lui qui est compté. Mettez la cellule au format « Nombre ».",
  "quantity-fractional": "« {value} » n’est pas un nombre entier : cette quantité n’est pas facturée. Corrigez-la.",
  "quantity-mark": "« {value} » n’est pas une quantité : rien n’est facturé d’après cette cellule. Tapez le nombre.",
  "quantity-negative": "« {value} » est négatif : cette quantité n’est pas facturée. Corrigez-la.",
  "quantity-text":
    "« {value} » n’est pas un nombre{?note: (« {note} »)} : cette quantité n’est pas facturée. Tapez le nombre seul (0 s’il n’y en a pas).{?part: Si une partie a été installée dans l’année, écrivez-la dans la colonne des installations, ajoutée au besoin.}",
  "quantity-too-large": "« {value} » est trop grand pour une quantité : il n’est pas facturé. Corrigez-le.",
  "quantity-with-text": "« {value} » a été lu comme {quantity}. Vérifiez, et tapez le nombre seul.",
  "total-differs":
    "Ce total affiche {shown} alors que les lignes au-dessus donnent {expected}. Le détail est facturé, pas le total ; vérifiez qu’aucune ligne ne manque.",
  "total-ignores-filtered":
    "Ce total affiche {shown} au lieu de {expected}, car il ne compte pas les lignes que le filtre masque. Le détail, lui, les compte.",
  "total-ignores-text":
    "Ce total affiche {shown} au lieu de {expected}, car des nombres saisis comme du texte n’y sont pas comptés. Le détail, lui, les compte.",
  "total-of-some-levels":
    "Ce total d’élèves de « {school} » affiche {value} alors que tous ses niveaux donnent {expected} : il n’en compte peut-être que certains, et aucun de ses élèves n’est facturé. Si c’est un sous-total, écartez sa ligne dans les options : les niveaux s’additionnent ; si ces {value} sont tous les élèves [de l’école], acceptez cette cellule.",
  "total-without-result":
    "La formule de ce total n’a pas de résultat enregistré : il n’a pas pu être comparé au détail, qui seul est facturé. Ouvrez le classeur dans Excel, recalculez-le et enregistrez-le, puis recommencez.",
  "unaccounted-number":
    "Ce nombre de « {header} » n’est ni facturé, ni laissé de côté : le total peut être faux. Vérifiez la ligne ; si elle est juste, signalez ce classeur.",
  "unread-numbers":
    "Les nombres de {range} ne sont dans aucun tableau : ils ne sont pas facturés. Si ce sont des quantités, écrivez au-dessus d’eux une ligne de titres ([la commune], [l’école], les prestations) ; sinon, rien à faire.",
  "stray-numbers":
    "Les nombres de {range} sont à côté d’un tableau, sur ses lignes, et aucune de ses colonnes ne les prend : ils ne sont pas facturés. Placez-les dans une colonne du tableau, sous un titre, ou dites dans les options qu’il n’y a rien à y facturer.",
  "nothing-billed":
    "Rien n’est facturé : aucun des tableaux qui restent ne porte de quantité. Revoyez ce qui est laissé de côté ou n’est pas lu ({tables}), ou ajoutez l’inventaire.",
  "one-date-for-several":
    "Une seule date d’installation pour {quantity} unités en service : rien ne dit combien ont été installées ce jour-là, aucune ne l’est dans la facture. Écrivez dans une colonne combien ont été installées dans l’année, ou, si aucune ne l’a été, faites ignorer la colonne « {header} » dans les options.",
  "amount-differs":
    "Écrit {written} €, calculé {reckoned} €{?quantity: ({quantity} × {price})} : c’est le calcul qui est facturé. Vérifiez la quantité.",
} as const;

export const en = {
  "headcount-total-differs":
    "This total of pupils of “{school}” shows {shown} while its levels give {expected}: the total is billed. Check it.",
  "more-installed":
    "{installed} installed in the year for {inService} in service: billed as written. Check both quantities.",
  "more-than-one-a-school":
    "“{school}” has more than one {prestation} ({quantity} here), where the convention allows one per [school]: only one is billed. Correct the quantity, or choose “per unit” in the options.",
  "beyond-cap":
    "“{school}” has {quantity} {prestation}: the cap of the convention is {most} for each [school], the rest is not billed. Nothing to do if the quantity is right.",
  "packs-inferred":
    "No sheet shows software packs: one pack in maintenance is counted for each equipped [school] ({schools}), none in installation.",
  "quantity-error":
    "The cell holds the error {value}: this quantity is not billed. {?computing:It may have been calculating: wait until it is done, then read again. }Correct the formula or type the number.",
  "formula-without-result":
    "The formula of this cell has no saved result: what it gives is not billed. Open the workbook in Excel, recalculate and save it, or type the value.",
  "implausible-quantity":
    "{value} for “{prestation}” in a single [school]: this is too many to be plausible, and is not billed. Correct the cell, or say in the options that it is indeed {value}.",
  "merged-quantity":
    "“{value}” is written once for several merged rows or columns: none of it is billed, since nothing says whose it is. Unmerge these cells, and write the number of each.",
  "hidden-under-merge":
    "Cell {cell} holds “{value}”, which the merge {range} hides: nobody sees it, and nothing says whether it counts. Unmerge these cells, then keep what counts.",
  "quantity-is-date":
    "This quantity is a date: it is not billed. Type the number again, then give the cell the “Number” format.",
  "quantity-letter-o":
    "“{value}” may be the letter O or the figure zero: this quantity is not billed. Type “oui”, or the number.",
  "quantity-other-unit":
    "“{value}” does not count the same thing as “{prestation}”: this quantity is not billed. Type the number alone, or move it under its heading.",
  "quantity-shown-as-date":
    "This cell is shown as a date but holds the number {quantity}, which is counted. Give the cell the “Number” format.",
  "quantity-fractional": "“{value}” is not a whole number: this quantity is not billed. Correct it.",
  "quantity-mark": "“{value}” is not a quantity: nothing is billed from this cell. Type the number.",
  "quantity-negative": "“{value}” is negative: this quantity is not billed. Correct it.",
  "quantity-text":
    "“{value}” is not a number{?note: (“{note}”)}: this quantity is not billed. Type the number alone (0 if there is none).{?part: If a part was installed in the year, write it in the column of installations, added if needed.}",
  "quantity-too-large": "“{value}” is too large for a quantity: it is not billed. Correct it.",
  "quantity-with-text": "“{value}” was read as {quantity}. Check it, and type the number alone.",
  "total-differs":
    "This total shows {shown} where the rows above give {expected}. The detail is billed, not the total; check that no row is missing.",
  "total-ignores-filtered":
    "This total shows {shown} instead of {expected}, because it leaves out the rows that the filter hides. The detail counts them.",
  "total-ignores-text":
    "This total shows {shown} instead of {expected}, because numbers typed as text are not counted in it. The detail counts them.",
  "total-of-some-levels":
    "This total of pupils of “{school}” shows {value} while all its levels give {expected}: it may count only some of them, and none of its pupils is billed. If it is a subtotal, set its row aside in the options: the levels add up; if these {value} are all the pupils of the [school], accept this cell.",
  "total-without-result":
    "The formula of this total has no saved result: it could not be compared with the detail, which alone is billed. Open the workbook in Excel, recalculate and save it, then start again.",
  "unaccounted-number":
    "This number of “{header}” was neither billed nor left out: the total may be wrong. Check the row; if it is right, report this workbook.",
  "unread-numbers":
    "The numbers in {range} are in no table: they are not billed. If they are quantities, write a row of headings above them (the [commune], the [school], the prestations); otherwise, nothing to do.",
  "stray-numbers":
    "The numbers in {range} are beside a table, on its rows, and none of its columns takes them: they are not billed. Put them in a column of the table, under a heading, or say in the options that there is nothing to bill there.",
  "nothing-billed":
    "Nothing is billed: none of the tables that remain holds a quantity. Look again at what is left aside or not read ({tables}), or add the inventory.",
  "one-date-for-several":
    "One date of installation for {quantity} units in service: nothing says how many were installed that day, and none is billed as installed. Write in a column how many were installed during the year, or, if none was, have the column “{header}” ignored in the options.",
  "amount-differs":
    "Written {written} €, computed {reckoned} €{?quantity: ({quantity} × {price})}: what is computed is billed. Check the quantity.",
} as const satisfies Record<keyof typeof fr, string>;
