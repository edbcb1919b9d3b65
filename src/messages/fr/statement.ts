/** Messages of `src/statement`. */
export const statement = {
  "sharing-key-unknown-commune":
    "La clé de répartition de l’école « {school} » nomme la commune « {commune} », qui n’est pas membre de la CAGB au {date}. L’école n’est pas facturée : corrigez la commune dans les options.",
  "sharing-key-unknown-school":
    "Une clé de répartition porte sur l’école « {school} » de « {commune} », que l’inventaire ne contient pas. La clé reste sans effet : vérifiez le nom de l’école et sa commune dans les options.",
  "sharing-key-no-weight":
    "La clé de répartition de l’école « {school} » ({commune}) n’a que des parts nulles, ou une part négative : on ne peut rien répartir. L’école n’est pas facturée : indiquez au moins une part supérieure à zéro dans les options.",
  "sharing-key-twice":
    "L’école « {school} » ({commune}) a plusieurs clés de répartition. Elle n’est pas facturée : gardez-en une seule dans les options.",
} as const;
