import type { Block } from "./blocks";
import { _ } from "./blocks";
import { kept, installed } from "./prices";

// Three schools of two communes, as offices write them: their pupils, their equipment, the same machine by machine.

export const headcounts: Block = [
  ["Commune", "École", "Effectif"],
  ["Amagney", "École primaire", 50],
  ["Beure", "École maternelle", 40],
  ["Beure", "École élémentaire", 60],
  ["Total", _, 150],
];

export const inventory: Block = [
  ["Commune", "École", "Pack logiciel", "Serveur standard", "Postes clients standard"],
  ["Amagney", "École primaire", 1, 1, 10],
  ["Beure", "École maternelle", 1, _, 4],
  ["Beure", "École élémentaire", 1, 1, 12],
  ["TOTAL GÉNÉRAL", _, 3, 2, 26],
];

export const register: Block = [
  ["N° inventaire", "Désignation", "Commune", "École", "Date de mise en service", "Date de sortie"],
  ["P001", "Poste client standard", "Amagney", "École primaire", "12/09/2012", _],
  ["P002", "Poste client standard", "Amagney", "École primaire", "15/09/2014", _],
  ["P003", "Serveur standard", "Beure", "École élémentaire", "12/09/2012", _],
  ["P004", "Poste client standard", "Beure", "École élémentaire", "12/09/2012", "01/02/2014"],
  ["P005", "Imprimante jet d'encre", "Beure", "École maternelle", "12/09/2012", _],
];

/** What the CAGB bears: 50 + 40 + 60 pupils, and a pack kept in each school. */
const cagb = (50 + 40 + 60) * kept.portail + 3 * kept.pack;

/** What the inventory and the headcounts bill. */
export const ofInventory = { cagb, communes: 2 * kept.server + (10 + 4 + 12) * kept.post };

/** What the register and the headcounts bill: P004 is gone, P002 came during the year. */
export const ofRegister = { cagb, communes: 2 * kept.post + installed.post + kept.server + kept.printer };
