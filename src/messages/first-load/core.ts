/** Messages of the tariff, the options, the statement and the analyses. */
export const fr = {
  "campaign-without-grid":
    "Aucun tarif ne couvre la campagne {campaign}, arrêtée au {snapshot}. Périodes tarifées : {periods}. Rien n’est calculé, car un tarif ne se prolonge pas sans délibération : choisissez une autre campagne, ou ajoutez au classeur un tableau « Tarifs » avec la grille votée.",
  "grid-not-a-record":
    "Grille : « {field} » doit être un objet, et vaut « {value} ». Corrigez le fichier de la grille.",
  "grid-unknown-key": "Grille : la clé « {field} » n’est pas prévue. Corrigez son nom ou supprimez-la.",
  "grid-missing-key": "Grille : la clé « {field} » manque. Ajoutez-la ; un tarif absent s’écrit null.",
  "grid-no-rows":
    "Grille : « {field} » doit être une liste d’au moins une prestation. Ajoutez les lignes de la grille votée.",
  "grid-bad-text": "Grille : « {field} » doit être un texte non vide, et vaut « {value} ».",
  "grid-bad-code":
    "Grille : « {field} » vaut « {value} » ; un code s’écrit en capitales sans accent, chiffres et tirets bas, par exemple POSTE_STD.",
  "grid-duplicate-code":
    "Grille : « {field} » reprend le code « {value} », déjà pris par une autre ligne. Gardez une seule ligne par code.",
  "grid-duplicate-wording":
    "Grille : « {field} » reprend le libellé « {value} », déjà pris par une autre ligne. Gardez une seule ligne par prestation.",
  "grid-amount-not-text":
    'Grille : « {field} » vaut {value} ; un montant s’écrit entre guillemets, par exemple "31.60".',
  "grid-bad-amount":
    "Grille : « {field} » vaut « {value} » ; un montant est positif ou nul, avec un point et deux décimales au plus, par exemple 31.60.",
  "grid-bad-date": "Grille : « {field} » vaut « {value} » ; une date s’écrit 2014-11-01 et doit exister.",
  "grid-dates-reversed":
    "Grille : « {field} » vaut « {value} », qui précède le début de la période. Corrigez l’une des deux dates.",
  "tarifs-missing-column":
    "Il manque au tableau « Tarifs » : {headers}. Ces colonnes sont nécessaires, même vides : ajoutez ce qui manque.",
  "tarifs-unknown-column":
    "La colonne « {header} » n’est pas prévue dans le tableau « Tarifs ». Supprimez-la, ou corrigez son titre.",
  "tarifs-duplicate-column":
    "La colonne « {header} » figure deux fois dans le tableau « Tarifs ». Gardez-en une seule.",
  "tarifs-missing-value":
    "La colonne « {column} » est vide sur cette ligne du tableau « Tarifs ». Complétez-la : sans elle, la grille n’est pas utilisable.",
  "tarifs-bad-code":
    "Le code « {value} » n’est pas valable. Écrivez-le en capitales sans accent, avec des chiffres et des tirets bas, par exemple POSTE_STD.",
  "tarifs-duplicate-code":
    "Le code « {value} » figure deux fois pour la même période (première fois en {first}). Gardez une seule ligne par code et par période.",
  "tarifs-duplicate-wording":
    "La prestation « {value} » figure sous deux codes pour la même période (première fois en {first}). Gardez une seule ligne par prestation et par période.",
  "tarifs-amount-negative":
    "Le montant « {value} » de la colonne « {column} » est négatif. Saisissez un montant positif, ou laissez la cellule vide s’il n’y a pas de tarif.",
  "tarifs-amount-decimals":
    "Le montant « {value} » de la colonne « {column} » a plus de deux décimales. Saisissez le montant voté, au centime.",
  "tarifs-amount-unreadable":
    "« {value} », dans la colonne « {column} », n’est pas un montant. Saisissez un nombre, ou laissez la cellule vide s’il n’y a pas de tarif.",
  "tarifs-amount-date":
    "La cellule est une date (le {day}) et non un montant, dans la colonne « {column} » : Excel prend « 1/2 » pour un jour. Mettez la cellule au format Nombre, puis saisissez le montant voté ; laissez-la vide s’il n’y a pas de tarif.",
  "tarifs-no-result":
    "La formule de la colonne « {column} » n’a pas de résultat enregistré. Ouvrez le classeur dans Excel, enregistrez-le, puis recommencez ; ou saisissez la valeur votée.",
  "tarifs-bad-date":
    "« {value} », dans la colonne « {column} », n’est pas une date lisible. Saisissez une date, par exemple 01/11/2014.",
  "tarifs-dates-reversed":
    "La période se termine le {to}, avant de commencer le {from}. Corrigez l’une des deux dates.",
  "tarifs-overlap":
    "Deux grilles se chevauchent à partir du {day} : celle du {earlier} et celle du {later}. Corrigez les dates ou l’acte : un même jour n’a qu’une grille, sous un seul acte.",
  "tarifs-gap":
    "Aucune grille ne couvre la campagne du {day}, entre celle du {earlier} et celle du {later}. Complétez les périodes, ou retirez l’une des grilles.",
  "options-key-no-weight":
    "La clé de répartition [de l’école] « {school} » ({commune}) n’a que des poids nuls : on ne peut rien répartir. Indiquez au moins un poids supérieur à zéro.",
  "options-key-commune-twice":
    "La clé de répartition [de l’école] « {school} » ({commune}) nomme deux fois « {value} ». Donnez une seule part à chaque [commune].",
  "options-sheet-twice":
    "Cette feuille d’options fait double emploi avec celle du fichier « {file} » : aucune n’est appliquée. Gardez-en une seule.",
  "options-sheet-no-header":
    "Cette feuille d’options n’a pas de ligne de titres. Écrivez « Option » dans une cellule et « Valeur » dans celle de droite, au-dessus des options.",
  "options-sheet-unknown": "L’option « {option} » n’existe pas. Options possibles : {choices}.",
  "options-sheet-repeated": "L’option « {option} » figure deux fois : aucune n’est appliquée. Gardez une seule ligne.",
  "options-sheet-bad-choice":
    "« {value} » n’est pas un choix possible pour l’option « {option} ». Choix possibles : {choices}.",
  "options-sheet-bad-weight":
    "Le poids « {value} » n’est pas un nombre, zéro ou plus. Indiquez par exemple le nombre d’élèves [de la commune].",
  "options-sheet-bad-row":
    "« {value} » n’est pas un numéro de ligne. Indiquez-le comme Excel l’affiche, à partir de 1.",
  "options-sheet-bad-cell":
    "« {value} » n’est pas l’adresse d’une cellule. Indiquez celle du titre de la colonne, par exemple E4.",
  "options-sheet-bad-commune-cell":
    "« {value} » n’est pas l’adresse d’une cellule. Indiquez celle de la cellule qui nomme [la commune], par exemple A12.",
  "options-sheet-missing-in-key":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : [école], [commune] qui l’accueille, [commune] qui prend une part, poids de cette part.",
  "options-sheet-missing-in-mapping":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : feuille, cellule du titre, rôle de la colonne, et au besoin le fichier.",
  "options-sheet-missing-in-commune":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : feuille, cellule, [commune], et au besoin le fichier, puis ce qui est écrit dans la cellule.",
  "options-sheet-missing-in-set-aside":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : feuille, numéro de la ligne, motif, et au besoin le fichier.",
  "options-sheet-bad-table-cell":
    "« {value} » n’est pas l’adresse d’une cellule. Indiquez par exemple A4, ou laissez la case vide.",
  "options-sheet-missing-in-word":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : le mot, sa sorte (nature, état, prestation, commune ou titre), ce qu’il veut dire.",
  "options-sheet-missing-in-table":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : feuille, première cellule du tableau (vide : toute la feuille), ce qu’il contient, et au besoin le fichier.",
  "options-sheet-missing-in-repeat":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : feuille, première cellule du tableau (vide : toute la feuille), « additionner », « garder la première » ou « garder la dernière », et au besoin le fichier.",
  "options-sheet-missing-in-accepted":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : feuille, cellule, code du point, au besoin le fichier, puis ce qui est écrit dans la cellule.",
  "options-sheet-no-signatory":
    "L’option « {option} » est remplie sans que le signataire soit nommé. Ajoutez son nom sur une ligne « Signataire », ou effacez cette valeur.",
  "options-sheet-missing-in-comment":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : [commune], commentaire, année de la campagne comparée.",
  "options-sheet-error":
    "La cellule « {column} » contient l’erreur « {value} ». Corrigez la formule ou tapez la valeur.",
  "options-sheet-no-year": "L’année manque. Indiquez celle de la campagne comparée, par exemple 2014.",
  "options-sheet-bad-year":
    "« {value} » n’est pas l’année d’une campagne. Indiquez celle de la campagne comparée, par exemple 2014.",
  "options-comment-commune":
    "« {commune} » n’est pas [une commune] [de la CAGB].{?suggestion: Nom le plus proche : {suggestion}.} Corrigez [la commune] de ce commentaire d’écart.",
  "options-contradiction":
    "Deux choix se contredisent sur « {option} : {place} » : « {one} », puis « {other} ». Aucune option n’est appliquée. Gardez le bon, effacez l’autre.",
  "options-comment-twice":
    "{commune} a deux commentaires d’écart pour la campagne {year} : aucun n’est appliqué. Gardez-en un seul.",
  "options-comment-too-long":
    "Le commentaire d’écart sur {commune} pour la campagne {year} a {count} caractères. Gardez-en {limit} au plus.",
  "sharing-key-unknown-commune":
    "La clé de répartition [de l’école] « {school} » nomme [la commune] « {commune} », qui n’est pas membre [de la CAGB] au {date}. [L’école n’est pas facturée|facturé] : corrigez [la commune] dans les options.",
  "sharing-key-unknown-school":
    "Une clé de répartition porte sur [l’école] « {school} » de « {commune} », que l’inventaire ne contient pas. La clé reste sans effet : vérifiez le nom [de l’école] et [sa commune] dans les options.",
  "sharing-key-no-weight":
    "La clé de répartition [de l’école] « {school} » ({commune}) n’a que des parts nulles, ou une part négative : on ne peut rien répartir. [L’école n’est pas facturée|facturé] : indiquez au moins une part supérieure à zéro dans les options.",
  "sharing-key-twice":
    "[L’école] « {school} » ({commune}) a plusieurs clés de répartition. [école:Elle n’est pas facturée|Il n’est pas facturé] : gardez-en une seule dans les options.",
  "issued-no-journal":
    "« {file} » n’a pas été produit par [Ordiclasse], ou n’a plus son Journal : rien n’y dit ce qui a été émis. Donnez le classeur tel qu’il a été produit lors de l’émission.",
  "issued-unreadable-journal":
    "La dernière ligne du Journal de « {file} » a été modifiée : on ne peut plus y lire ce qui a été émis. Donnez le classeur tel qu’il a été produit lors de l’émission.",
  "issued-other-campaign":
    "L’état émis dans « {file} » est celui de la campagne {issued}, et la correction est demandée pour {campaign}. Indiquez la campagne {issued}.",
  "issued-sheet-changed":
    "La feuille « {sheet} » de « {file} » a changé depuis la génération du {when} : ce classeur n’est plus celui qui a été émis. Donnez-le tel qu’il a été produit, et corrigez une copie.",
  "issued-sheet-missing":
    "La feuille « {sheet} » du fichier « {source} », lue lors de la génération du {when}, n’est pas dans « {file} ». Donnez aussi ce fichier, inchangé, avec l’inventaire corrigé.",
  "issued-sheet-added":
    "La feuille « {sheet} » de « {file} » n’avait pas été lue lors de la génération du {when} : ce classeur n’est plus celui qui a été émis. Donnez-le tel qu’il a été produit.",
  "issued-options-differ":
    "Les options notées au Journal de « {file} » lors de la génération du {when} ne se retrouvent ni dans sa feuille « Options [Ordiclasse] », ni dans les options données. Donnez le fichier d’options d’alors.",
  "issued-total-differs":
    "Facturé de nouveau, l’inventaire de « {file} » donne {found}, et son Journal {issued} le {when} : on ne peut pas rectifier ce qui ne se retrouve pas. Vérifiez que le tableau « Tarifs » et les options n’ont pas changé depuis.",
  "compared-total-differs":
    "Facturé de nouveau, l’inventaire de « {file} » donne {found}, et son Journal {issued} : le classeur, ses options ou les fichiers lus avec lui ont changé. La comparaison porterait sur {found} : donnez le classeur tel qu’il a été produit, ou acceptez ce point dans les options (« {was} »).",
  "rectified-other-inventory":
    "La correction semble porter sur un tout autre inventaire que celui qui a été émis le {when} : l’état de « {file} » a été établi d’après {issued}, la correction lit {read}, et {lines} lignes changent. Vérifiez que le bon classeur est corrigé ; si c’est bien lui, acceptez ce point dans les options (« {was} »).",
  "compared-without-grid":
    "« {file} » ne peut pas être comparé : {?guessed:sans Journal, il est lu comme l’inventaire de l’année d’avant, et }aucun tarif ne couvre la campagne {campaign}. Périodes tarifées : {periods}. Choisissez un autre classeur, ou ajoutez à celui-ci un tableau « Tarifs » avec la grille votée.",
} as const;

export const en = {
  "campaign-without-grid":
    "No tariff covers campaign {campaign}, as at {snapshot}. Periods with a tariff: {periods}. Nothing is computed, because a tariff is not extended without a vote: choose another campaign, or add a table “Tarifs” with the voted grid to the workbook.",
  "grid-not-a-record": "Grid: “{field}” must be an object, and is “{value}”. Correct the grid’s file.",
  "grid-unknown-key": "Grid: the key “{field}” is not expected. Correct its name or delete it.",
  "grid-missing-key": "Grid: the key “{field}” is missing. Add it; an absent tariff is written null.",
  "grid-no-rows": "Grid: “{field}” must be a list of at least one prestation. Add the rows of the voted grid.",
  "grid-bad-text": "Grid: “{field}” must be a non-empty text, and is “{value}”.",
  "grid-bad-code":
    "Grid: “{field}” is “{value}”; a code is written in capitals without accents, digits and underscores, for example POSTE_STD.",
  "grid-duplicate-code":
    "Grid: “{field}” repeats the code “{value}”, which another row has. Keep one row for each code.",
  "grid-duplicate-wording":
    "Grid: “{field}” repeats the wording “{value}”, which another row has. Keep one row for each service.",
  "grid-amount-not-text": 'Grid: “{field}” is {value}; an amount is written between quotes, for example "31.60".',
  "grid-bad-amount":
    "Grid: “{field}” is “{value}”; an amount is zero or more, with a dot and at most two decimals, for example 31.60.",
  "grid-bad-date": "Grid: “{field}” is “{value}”; a date is written 2014-11-01 and must exist.",
  "grid-dates-reversed": "Grid: “{field}” is “{value}”, before the start of the period. Correct one of the two dates.",
  "tarifs-missing-column":
    "The table “Tarifs” lacks: {headers}. These columns are needed, even empty: add what is missing.",
  "tarifs-unknown-column":
    "The column “{header}” is not expected in the table “Tarifs”. Delete it, or correct its title.",
  "tarifs-duplicate-column": "The table “Tarifs” has the column “{header}” twice. Keep one.",
  "tarifs-missing-value":
    "The column “{column}” is empty on this row of the table “Tarifs”. Fill it in: the grid cannot be used without it.",
  "tarifs-bad-code":
    "The code “{value}” is not valid. Write it in capitals without accents, with digits and underscores, for example POSTE_STD.",
  "tarifs-duplicate-code":
    "The code “{value}” appears twice for the same period (first in {first}). Keep one row for each code and period.",
  "tarifs-duplicate-wording":
    "The service “{value}” appears under two codes for the same period (first in {first}). Keep one row for each service and period.",
  "tarifs-amount-negative":
    "The amount “{value}” in the column “{column}” is negative. Enter an amount of zero or more, or leave the cell empty where there is no tariff.",
  "tarifs-amount-decimals":
    "The amount “{value}” in the column “{column}” has more than two decimals. Enter the voted amount, to the cent.",
  "tarifs-amount-unreadable":
    "“{value}”, in the column “{column}”, is not an amount. Enter a number, or leave the cell empty where there is no tariff.",
  "tarifs-amount-date":
    "The cell is a date ({day}), not an amount, in the column “{column}”: Excel takes “1/2” for a day. Give the cell the Number format, then type the voted amount; leave it blank if there is no tariff.",
  "tarifs-no-result":
    "The formula of the column “{column}” has no saved result. Open the workbook in Excel, save it, then start again; or type the voted value.",
  "tarifs-bad-date":
    "“{value}”, in the column “{column}”, is not a readable date. Enter a date, for example 01/11/2014.",
  "tarifs-dates-reversed": "The period ends on {to}, before it starts on {from}. Correct one of the two dates.",
  "tarifs-overlap":
    "Two grids overlap from {day} on: the one of {earlier} and the one of {later}. Correct the dates or the act: a day has one grid only, under a single act.",
  "tarifs-gap":
    "No grid covers the campaign of {day}, between the one of {earlier} and the one of {later}. Complete the periods, or remove one of the grids.",
  "options-key-no-weight":
    "The sharing key of the [school] “{school}” ({commune}) has zero weights only: nothing can be split. Give at least one weight above zero.",
  "options-key-commune-twice":
    "The sharing key of the [school] “{school}” ({commune}) names “{value}” twice. Give each [commune] a single share.",
  "options-sheet-twice":
    "This sheet of options repeats the one of the file “{file}”: neither is applied. Keep a single one.",
  "options-sheet-no-header":
    "This sheet of options has no header row. Write “Option” in a cell and “Valeur” in the one on its right, above the options.",
  "options-sheet-unknown": "There is no option “{option}”. Possible options: {choices}.",
  "options-sheet-repeated": "The option “{option}” appears twice: neither is applied. Keep a single row.",
  "options-sheet-bad-choice":
    "“{value}” is not a possible choice for the option “{option}”. Possible choices: {choices}.",
  "options-sheet-bad-weight":
    "The weight “{value}” is not a number, zero or more. Give the [commune]’s number of pupils, for example.",
  "options-sheet-bad-row": "“{value}” is not a row number. Give it as Excel shows it, from 1 on.",
  "options-sheet-bad-cell":
    "“{value}” is not the address of a cell. Give the one of the column’s header, for example E4.",
  "options-sheet-bad-commune-cell":
    "“{value}” is not the address of a cell. Give the one of the cell that names the [commune], for example A12.",
  "options-sheet-missing-in-key":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: [school], [commune] that hosts it, [commune] that takes a share, weight of that share.",
  "options-sheet-missing-in-mapping":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: sheet, header cell, role of the column, and the file if need be.",
  "options-sheet-missing-in-commune":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: sheet, cell, [commune], and if need be the file, then what is written in the cell.",
  "options-sheet-missing-in-set-aside":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: sheet, row number, reason, and the file if need be.",
  "options-sheet-bad-table-cell":
    "“{value}” is not the address of a cell. Give for example A4, or leave the cell empty.",
  "options-sheet-missing-in-word":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: the word, its kind (nature, état, prestation, commune or titre), what it means.",
  "options-sheet-missing-in-table":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: sheet, first cell of the table (empty: the whole sheet), what it holds, and the file if need be.",
  "options-sheet-missing-in-repeat":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: sheet, first cell of the table (empty: the whole sheet), “additionner”, “garder la première” or “garder la dernière”, and the file if need be.",
  "options-sheet-missing-in-accepted":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: sheet, cell, code of the point, the file if need be, then what is written in the cell.",
  "options-sheet-no-signatory":
    "The option “{option}” is filled in but no signatory is named. Add the name on a row “Signataire”, or clear this value.",
  "options-sheet-missing-in-comment":
    "The cell “{column}” is empty. A row “{option}” is filled in this way: [commune], comment, year of the campaign compared.",
  "options-sheet-error": "The cell “{column}” holds the error “{value}”. Correct the formula or type the value.",
  "options-sheet-no-year": "The year is missing. Give the one of the campaign compared, for example 2014.",
  "options-sheet-bad-year":
    "“{value}” is not the year of a campaign. Give the one of the campaign compared, for example 2014.",
  "options-comment-commune":
    "“{commune}” is not one of the [CAGB]’s [communes].{?suggestion: Closest name: {suggestion}.} Correct the [commune] of this comment.",
  "options-contradiction":
    "Two choices contradict each other on “{option}: {place}”: “{one}”, then “{other}”. No option is applied. Keep the right one, delete the other.",
  "options-comment-twice": "{commune} has two comments for the {year} campaign: neither is applied. Keep a single one.",
  "options-comment-too-long":
    "The comment on {commune} for the {year} campaign has {count} characters. Keep {limit} at most.",
  "sharing-key-unknown-commune":
    "The sharing key of [school] “{school}” names the [commune] “{commune}”, which is not a member of the [CAGB] on {date}. The [school] is not billed: correct the [commune] in the options.",
  "sharing-key-unknown-school":
    "A sharing key is about [school] “{school}” of “{commune}”, which the inventory does not hold. The key has no effect: check the name of the [school] and its [commune] in the options.",
  "sharing-key-no-weight":
    "The sharing key of [school] “{school}” ({commune}) has only zero weights, or a negative one: nothing can be split. The [school] is not billed: give at least one weight above zero in the options.",
  "sharing-key-twice":
    "[School] “{school}” ({commune}) has several sharing keys. It is not billed: keep only one of them in the options.",
  "issued-no-journal":
    "“{file}” was not made by [Ordiclasse], or has lost its Journal: nothing in it says what was issued. Give the workbook as it was generated for issue.",
  "issued-unreadable-journal":
    "The last row of the Journal of “{file}” was changed: what was issued can no longer be read in it. Give the workbook as it was generated for issue.",
  "issued-other-campaign":
    "The statement issued in “{file}” is of the {issued} campaign, and the correction is asked for {campaign}. Ask for the {issued} campaign.",
  "issued-sheet-changed":
    "The sheet “{sheet}” of “{file}” has changed since it was generated on {when}: this workbook is no longer the one that was issued. Give it as it was generated, and correct a copy.",
  "issued-sheet-missing":
    "The sheet “{sheet}” of the file “{source}”, read when the documents were generated on {when}, is not in “{file}”. Give that file too, unchanged, with the corrected inventory.",
  "issued-sheet-added":
    "The sheet “{sheet}” of “{file}” was not read when the documents were generated on {when}: this workbook is no longer the one that was issued. Give it as it was generated.",
  "issued-options-differ":
    "The options noted in the Journal of “{file}” when it was generated on {when} are found neither in its sheet “Options [Ordiclasse]” nor in the options given. Give the options file of that day.",
  "issued-total-differs":
    "Billed again, the inventory of “{file}” gives {found}, and its Journal {issued} on {when}: what cannot be found again cannot be corrected. Check that the table “Tarifs” and the options have not changed since.",
  "compared-total-differs":
    "Billed again, the inventory of “{file}” gives {found}, and its Journal {issued}: the workbook, its options or the files read with it have changed. The comparison would be with {found}: give the workbook as it was produced, or accept this point in the options (“{was}”).",
  "rectified-other-inventory":
    "The correction seems to be about quite another inventory than the one issued on {when}: the statement of “{file}” was made from {issued}, the correction reads {read}, and {lines} lines change. Check that the right workbook is corrected; if it is, accept this point in the options (“{was}”).",
  "compared-without-grid":
    "“{file}” cannot be compared: {?guessed:without a Journal, it is read as the inventory of the year before, and }no tariff covers campaign {campaign}. Periods with a tariff: {periods}. Choose another workbook, or add to this one a table “Tarifs” with the voted grid.",
} as const satisfies Record<keyof typeof fr, string>;
