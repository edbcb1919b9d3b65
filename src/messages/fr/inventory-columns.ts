/** Messages of what columns hold. */
export const inventoryColumns = {
  "years-column":
    "La colonne « {header} » contient des années : rien n’en est facturé. Laissez-la de côté dans les options (« ignorer »), ou dites que c’est l’année d’installation (« année d’installation »), précédée d’un code si son titre ne nomme pas la prestation (« POSTE_STD année d’installation »).",
  "exit-date-unclear":
    "La colonne « {header} » peut dire quand le matériel est parti, ou non : rien ne dit s’il est encore en service. Dites-le dans les options : « sortie » si c’est la date de son départ, « ignorer » sinon.",
  "entry-date-unclear":
    "La colonne « {header} » donne les seules dates de ce registre, et son titre ne dit pas ce qu’elles datent : rien ne dit ce qui a été installé dans l’année. Dites-le dans les options : « entrée » si c’est la date d’installation, « ignorer » sinon.",
  "one-date-for-several":
    "Une seule date d’installation pour {quantity} unités en service : rien ne dit combien ont été installées ce jour-là, aucune ne l’est dans la facture. Écrivez dans une colonne combien ont été installées dans l’année, ou, si aucune ne l’a été, faites ignorer la colonne « {header} » dans les options.",
  "purchase-as-entry":
    "Faute d’autre date, celle de la colonne « {header} » est prise pour la date d’entrée. Vérifiez que le matériel a bien été installé à l’achat.",
  "unknown-date-column":
    "La colonne « {header} » contient des dates qui n’ont pas été comprises : elle n’est pas lue. Corrigez son titre si elle dit quand le matériel est entré ou sorti.",
  "out-of-service-column":
    "La colonne « {header} » compte ce qui n’est pas en service au 1er novembre : elle est laissée de côté. Rien à faire si c’est bien cela.",
  "part-column":
    "La colonne « {header} » est une partie d’une autre, déjà comptée : elle est laissée de côté. Rien à faire si c’est bien cela.",
  "parts-in-service":
    "La colonne « {header} » compte des pièces en service, qui n’ont pas de tarif : seules celles qui ont été posées dans l’année sont facturées. Corrigez son titre si ce sont elles.",
  "amount-differs":
    "Écrit {written} €, calculé {reckoned} €{?quantity: ({quantity} × {price})} : c’est le calcul qui est facturé. Vérifiez la quantité.",
} as const;
