/** Messages of `src/tariff`. */
export const tariff = {
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
    'Grille : « {field} » vaut {value} ; un montant s’écrit entre guillemets, par exemple "31.60", pour rester exact au centime.',
  "grid-bad-amount":
    "Grille : « {field} » vaut « {value} » ; un montant est positif ou nul, avec un point et deux décimales au plus, par exemple 31.60.",
  "grid-bad-date": "Grille : « {field} » vaut « {value} » ; une date s’écrit 2014-11-01 et doit exister.",
  "grid-dates-reversed":
    "Grille : « {field} » vaut « {value} », qui précède le début de la période. Corrigez l’une des deux dates.",
  "tarifs-not-named":
    "La feuille « {sheet} » a les colonnes d’une grille de tarifs, mais ni elle ni son tableau ne s’appelle « Tarifs » : cette grille n’est pas appliquée. Renommez la feuille ou le tableau « Tarifs » pour facturer avec elle.",
  "tarifs-twice":
    "Un autre tableau « Tarifs » se trouve déjà sur la feuille « {sheet} » : on ne sait lequel appliquer. Gardez un seul tableau de tarifs parmi les fichiers lus.",
  "tarifs-missing-column":
    "Il manque au tableau « Tarifs » : {headers}. Les dix colonnes sont nécessaires, même vides : ajoutez ce qui manque.",
  "tarifs-unknown-column":
    "La colonne « {header} » n’est pas prévue dans le tableau « Tarifs ». Supprimez-la, ou corrigez son titre.",
  "tarifs-duplicate-column":
    "La colonne « {header} » figure deux fois dans le tableau « Tarifs ». Gardez-en une seule.",
  "tarifs-empty":
    "Le tableau « Tarifs » n’a aucune ligne : rien ne peut être facturé. Saisissez la grille votée, ou supprimez le tableau pour revenir à la grille intégrée.",
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
} as const;
