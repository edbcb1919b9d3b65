/** Messages of `src/options`. */
export const options = {
  "options-key-no-weight":
    "La clé de répartition de l’école « {school} » ({commune}) n’a que des poids nuls : on ne peut rien répartir. Indiquez au moins un poids supérieur à zéro.",
  "options-key-commune-twice":
    "La clé de répartition de l’école « {school} » ({commune}) nomme deux fois « {value} ». Donnez une seule part à chaque commune.",
  "options-sheet-twice":
    "Cette feuille d’options fait double emploi avec celle du fichier « {file} » : on ne sait laquelle suivre. Gardez-en une seule.",
  "options-sheet-no-header":
    "Cette feuille d’options n’a pas de ligne de titres. Écrivez « Option » dans une cellule et « Valeur » dans celle de droite, au-dessus des options.",
  "options-sheet-unknown": "L’option « {option} » n’existe pas. Options possibles : {choices}.",
  "options-sheet-repeated":
    "L’option « {option} » figure deux fois : on ne sait laquelle suivre. Gardez une seule ligne.",
  "options-sheet-bad-choice":
    "« {value} » n’est pas un choix possible pour l’option « {option} ». Choix possibles : {choices}.",
  "options-sheet-bad-weight":
    "Le poids « {value} » n’est pas un nombre, zéro ou plus. Indiquez par exemple le nombre d’élèves de la commune.",
  "options-sheet-bad-row":
    "« {value} » n’est pas un numéro de ligne. Indiquez-le comme Excel l’affiche, à partir de 1.",
  "options-sheet-bad-cell":
    "« {value} » n’est pas l’adresse d’une cellule. Indiquez celle du titre de la colonne, par exemple E4.",
  "options-sheet-bad-commune-cell":
    "« {value} » n’est pas l’adresse d’une cellule. Indiquez celle de la cellule qui nomme la commune, par exemple A12.",
  "options-sheet-missing-in-key":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : école, commune qui l’accueille, commune qui prend une part, poids de cette part.",
  "options-sheet-missing-in-mapping":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : feuille, cellule du titre, rôle de la colonne, et au besoin le fichier.",
  "options-sheet-missing-in-commune":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : feuille, cellule, commune, et au besoin le fichier, puis ce qui est écrit dans la cellule.",
  "options-sheet-missing-in-set-aside":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : feuille, numéro de la ligne, motif, et au besoin le fichier.",
  "options-sheet-bad-table-cell":
    "« {value} » n’est pas l’adresse d’une cellule. Indiquez par exemple A4, ou laissez la case vide.",
  "options-sheet-missing-in-word":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : le mot, sa sorte (nature, état, prestation, commune ou titre), ce qu’il veut dire.",
  "options-sheet-missing-in-table":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : feuille, première cellule du tableau (vide : toute la feuille), ce qu’il contient, et au besoin le fichier.",
  "options-sheet-missing-in-repeat":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : feuille, première cellule du tableau (vide : toute la feuille), « additionner » ou « garder la première », et au besoin le fichier.",
  "options-sheet-missing-in-accepted":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : feuille, cellule, code du point, au besoin le fichier, puis ce qui est écrit dans la cellule.",
  "options-sheet-no-signatory":
    "L’option « {option} » est remplie sans que le signataire soit nommé. Ajoutez son nom sur une ligne « Signataire », ou effacez cette valeur.",
  "options-sheet-missing-in-comment":
    "La cellule « {column} » est vide. Une ligne « {option} » se remplit ainsi : commune, commentaire, année de la campagne comparée.",
  "options-sheet-error":
    "La cellule « {column} » contient l’erreur « {value} ». Corrigez la formule ou tapez la valeur.",
  "options-sheet-no-year": "L’année manque. Indiquez celle de la campagne comparée, par exemple 2014.",
  "options-sheet-bad-year":
    "« {value} » n’est pas l’année d’une campagne. Indiquez celle de la campagne comparée, par exemple 2014.",
  "options-comment-commune":
    "« {commune} » n’est pas une commune de la CAGB.{?suggestion: Nom le plus proche : {suggestion}.} Corrigez la commune de ce commentaire d’écart.",
  "options-comment-twice":
    "{commune} a deux commentaires d’écart pour la campagne {year} : on ne sait lequel suivre. Gardez-en un seul.",
  "options-comment-too-long":
    "Le commentaire d’écart sur {commune} pour la campagne {year} a {count} caractères. Gardez-en {limit} au plus.",
} as const;
