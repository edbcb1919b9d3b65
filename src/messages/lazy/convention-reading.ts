/** Messages about a convention that cannot be read, in French. */
export const fr = {
  "grid-bad-cap":
    "Grille : « {field} » vaut « {value} » ; un plafond par site est un nombre entier, 1 ou plus, ou null s’il n’y en a pas.",
  "grid-bad-measure":
    "Grille : « {field} » vaut « {value} » ; ce que l’on compte s’écrit pupils, workstations ou units.",
  "grid-price-of-nobody":
    "Grille : « {field} » vaut « {value} », et la convention n’a pas d’intermédiaire : personne ne paierait cette part. Mettez null, ou donnez un intermédiaire à la convention.",
  "grid-bad-words": "Grille : « {field} » doit être une liste de textes non vides, et vaut « {value} ».",
  "convention-bad-service":
    "Convention : « {field} » vaut « {value} » ; le nom du service nomme des feuilles et des fichiers : {limit} caractères au plus, sans barre oblique, point d’interrogation, étoile, crochet ni deux-points. Le reste se dit dans l’objet.",
  "convention-bad-short-name":
    "Convention : « {field} » vaut « {value} » ; un nom court s’écrit avec son article, « la Métropole », « le Sivom » ou « l’Agglo (féminin) ».",
  "convention-bad-noun":
    "Convention : « {field} » vaut « {value} » ; un nom s’écrit au singulier puis au pluriel, avec ses articles, « une piscine, des piscines ».",
  "convention-bad-count-day":
    "Convention : le jour du décompte, « {field} », vaut « {value} » ; donnez un jour et un mois qui existent chaque année.",
  "convention-twice":
    "Une autre feuille « Convention » se trouve déjà dans « {file} » : on ne sait laquelle appliquer. Gardez-en une seule parmi les fichiers lus.",
  "convention-given-twice":
    "Une convention est donnée par --convention, et ce classeur a sa propre feuille « {sheet} » : on ne sait laquelle appliquer. Retirez l’une des deux.",
  "convention-without-tarifs":
    "Ce classeur a une feuille « Convention » et n’a pas de feuille « Tarifs » : rien ne peut être facturé. Ajoutez-la, avec les prestations et leurs prix.",
  "convention-without-communes":
    "Ce classeur a une feuille « Convention » et n’a pas de feuille « Communes » : on ne sait à qui facturer. Ajoutez-la, avec le code INSEE, le nom et le SIREN de chaque membre.",
  "convention-rows-missing":
    "Il manque à la feuille « Convention » : {labels}. Ajoutez une ligne pour chaque rubrique, son nom à gauche, sa valeur à droite.",
  "convention-row-twice":
    "La rubrique « {label} » figure déjà en {first} : on ne sait laquelle appliquer. Gardez une seule ligne.",
  "convention-unknown-row":
    "La rubrique « {label} » n’est pas prévue dans la feuille « Convention » : sa valeur, « {value} », serait perdue. Corrigez son nom, ou retirez la ligne.",
  "convention-missing-value":
    "« {label} » est vide ou n’est pas un texte. Complétez cette cellule : sans elle, la convention n’est pas utilisable.",
  "convention-bad-code":
    "« {label} » vaut « {value} », qui n’est pas valable. Un SIREN a 9 chiffres, dont le dernier est une clé ; un code INSEE, 5. Revoyez les chiffres.",
  "convention-bad-date":
    "« {label} » vaut « {value} », qui n’est ni une date ni une année lisible. Saisissez par exemple 01/11/2014, ou 2015 pour une année.",
  "convention-dates-reversed": "« {label} » vaut « {value} », qui précède le début. Corrigez l’une des deux dates.",
  "convention-no-credit-line":
    "La feuille « Convention » n’a aucune ligne « Ligne de crédit : … ». Ajoutez-en une par partie de l’imputation, par exemple « Ligne de crédit : Nature », son code à droite, puis son libellé.",
  "convention-cell-without-value":
    "Cette cellule n’a pas de valeur{?value: ({value})}. Corrigez sa formule, ou saisissez la valeur.",
  "communes-unknown-column":
    "La colonne « {header} » n’est pas prévue dans la feuille « Communes », ou y figure deux fois. Supprimez-la, ou corrigez son titre.",
  "communes-missing-column": "Il manque à la feuille « Communes » : {headers}. Ajoutez ces colonnes.",
  "communes-empty":
    "La feuille « Communes » n’a aucune ligne : on ne sait à qui facturer. Inscrivez chaque membre, avec son code INSEE et son SIREN.",
  "communes-twice":
    "Ce membre figure déjà dans la feuille, avec le même code INSEE et le même SIREN. Gardez une seule ligne.",
  "tarifs-not-named":
    "La feuille « {sheet} » a les colonnes d’une grille de tarifs, mais ni elle ni son tableau ne s’appelle « Tarifs » : cette grille n’est pas appliquée. Renommez la feuille ou le tableau « Tarifs » pour facturer avec elle.",
  "tarifs-twice":
    "Un autre tableau « Tarifs » se trouve déjà sur la feuille « {sheet} » : on ne sait lequel appliquer. Gardez un seul tableau de tarifs parmi les fichiers lus.",
  "tarifs-empty":
    "Le tableau « Tarifs » n’a aucune ligne : rien ne peut être facturé. Saisissez la grille votée, ou supprimez le tableau pour revenir à la grille intégrée.",
  "tarifs-bad-cap":
    "« {value} », dans la colonne « {column} », n’est pas un plafond. Saisissez le nombre le plus grand qui est facturé par [école], un entier à partir de 1, ou « sans » s’il n’y en a pas ; laissée vide, la cellule s’en remet à l’unité.",
  "tarifs-price-of-nobody":
    "« {value} », dans la colonne « {column} », serait à la charge d’un intermédiaire, et la convention n’en a pas : personne ne paierait cette part. Videz la cellule, ou donnez un intermédiaire à la convention.",
  "tarifs-bad-measure":
    "« {value} », dans la colonne « {column} », ne dit pas ce qui est compté. Écrivez « élèves », « postes » ou « unités », ou laissez la cellule vide : l’unité le dit alors.",
  "tarifs-bad-words":
    "La cellule de la colonne « {column} » contient l’erreur {value}. Saisissez les autres mots qui nomment cette prestation, séparés par des points-virgules, ou laissez-la vide.",
};

export const en = {
  "grid-bad-cap":
    "Grid: “{field}” is “{value}”; a cap a site is a whole number, 1 or more, or null where there is none.",
  "grid-bad-measure": "Grid: “{field}” is “{value}”; what is counted is written pupils, workstations or units.",
  "grid-price-of-nobody":
    "Grid: “{field}” is “{value}”, and the convention has no intermediary: nobody would pay this share. Write null, or give the convention an intermediary.",
  "grid-bad-words": "Grid: “{field}” must be a list of non-empty texts, and is “{value}”.",
  "convention-bad-service":
    "Convention: “{field}” is “{value}”; the name of the service names sheets and files: {limit} characters at most, without slash, question mark, star, bracket nor colon. Say the rest in the object.",
  "convention-bad-short-name":
    "Convention: “{field}” is “{value}”; a short name is written with its French article, “la Métropole”, “le Sivom” or “l’Agglo (féminin)”.",
  "convention-bad-noun":
    "Convention: “{field}” is “{value}”; a noun is written in the singular then in the plural, with its articles, “une piscine, des piscines”.",
  "convention-bad-count-day":
    "Convention: the day of the count, “{field}”, is “{value}”; give a day and a month that exist each year.",
  "convention-twice":
    "Another sheet “Convention” is already in “{file}”: which one to apply is unknown. Keep only one among the files read.",
  "convention-given-twice":
    "A convention is given by --convention, and this workbook has its own sheet “{sheet}”: which one to apply is unknown. Remove one of the two.",
  "convention-without-tarifs":
    "This workbook has a sheet “Convention” and no sheet “Tarifs”: nothing can be billed. Add it, with the prestations and their prices.",
  "convention-without-communes":
    "This workbook has a sheet “Convention” and no sheet “Communes”: whom to bill is unknown. Add it, with the INSEE code, the name and the SIREN of each member.",
  "convention-rows-missing":
    "The sheet “Convention” lacks: {labels}. Add a row for each, its name on the left, its value on the right.",
  "convention-row-twice": "“{label}” is already in {first}: which one to apply is unknown. Keep one row.",
  "convention-unknown-row":
    "“{label}” is not expected in the sheet “Convention”: its value, “{value}”, would be lost. Correct its name, or remove the row.",
  "convention-missing-value":
    "“{label}” is blank or is no text. Fill this cell: without it, the convention cannot be used.",
  "convention-bad-code":
    "“{label}” is “{value}”, which is not valid. A SIREN has 9 figures, the last of which is a key; an INSEE code has 5. Check the figures.",
  "convention-bad-date":
    "“{label}” is “{value}”, which is neither a date nor a year that can be read. Type for instance 01/11/2014, or 2015 for a year.",
  "convention-dates-reversed": "“{label}” is “{value}”, before the start. Correct one of the two dates.",
  "convention-no-credit-line":
    "The sheet “Convention” has no row “Ligne de crédit : …”. Add one for each part of the account, for instance “Ligne de crédit : Nature”, its code on the right, then its label.",
  "convention-cell-without-value": "This cell has no value{?value: ({value})}. Correct its formula, or type the value.",
  "communes-unknown-column":
    "The column “{header}” is not expected in the sheet “Communes”, or is in it twice. Delete it, or correct its title.",
  "communes-missing-column": "The sheet “Communes” lacks: {headers}. Add these columns.",
  "communes-empty":
    "The sheet “Communes” has no row: whom to bill is unknown. Write each member, with its INSEE code and its SIREN.",
  "communes-twice": "This member is already in the sheet, with the same INSEE code and the same SIREN. Keep one row.",
  "tarifs-not-named":
    "The sheet “{sheet}” has the columns of a tariff grid, but neither it nor its table is named “Tarifs”: this grid is not applied. Rename the sheet or the table “Tarifs” to bill with it.",
  "tarifs-twice":
    "There is already a table “Tarifs” on the sheet “{sheet}”: which one applies cannot be told. Keep a single table of tariffs among the files read.",
  "tarifs-empty":
    "The table “Tarifs” has no row: nothing can be billed. Enter the voted grid, or delete the table to return to the built-in one.",
  "tarifs-bad-cap":
    "“{value}”, in the column “{column}”, is no cap. Enter the greatest number that is billed for each [school], a whole number from 1, or “sans” if there is none; left blank, the cell leaves it to the unit.",
  "tarifs-price-of-nobody":
    "“{value}”, in the column “{column}”, would be borne by an intermediary, and the convention has none: nobody would pay this share. Clear the cell, or give the convention an intermediary.",
  "tarifs-bad-measure":
    "“{value}”, in the column “{column}”, does not say what is counted. Write “élèves”, “postes” or “unités”, or leave the cell blank: the unit then says it.",
  "tarifs-bad-words":
    "The cell of the column “{column}” holds the error {value}. Enter the other words that name this service, parted by semicolons, or leave it blank.",
} as const satisfies Record<keyof typeof fr, string>;
