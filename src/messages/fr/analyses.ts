/** Messages of the analyses: comparison, simulation, rectificatif. */
export const analyses = {
  "issued-no-journal":
    "« {file} » n’a pas été produit par Ordiclasse, ou n’a plus son Journal : rien n’y dit ce qui a été émis. Donnez le classeur tel qu’il a été produit lors de l’émission.",
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
    "Les options notées au Journal de « {file} » lors de la génération du {when} ne se retrouvent ni dans sa feuille « Options Ordiclasse », ni dans les options données. Donnez le fichier d’options d’alors.",
  "issued-total-differs":
    "Facturé de nouveau, l’inventaire de « {file} » donne {found}, et son Journal {issued} le {when} : on ne peut pas rectifier ce qui ne se retrouve pas. Vérifiez que le tableau « Tarifs » et les options n’ont pas changé depuis.",
  "compared-total-differs":
    "Facturé de nouveau, l’inventaire de « {file} » donne {found}, et son Journal {issued} : le classeur, ses options ou les fichiers lus avec lui ont changé. La comparaison porterait sur {found} : donnez le classeur tel qu’il a été produit, ou acceptez ce point dans les options (« {was} »).",
  "rectified-other-inventory":
    "La correction semble porter sur un tout autre inventaire que celui qui a été émis le {when} : l’état de « {file} » a été établi d’après {issued}, la correction lit {read}, et {lines} lignes changent. Vérifiez que le bon classeur est corrigé ; si c’est bien lui, acceptez ce point dans les options (« {was} »).",
  "compared-without-grid":
    "« {file} » ne peut pas être comparé : {?guessed:sans Journal, il est lu comme l’inventaire de l’année d’avant, et }aucun tarif ne couvre la campagne {campaign}. Périodes tarifées : {periods}. Choisissez un autre classeur, ou ajoutez à celui-ci un tableau « Tarifs » avec la grille votée.",
} as const;
