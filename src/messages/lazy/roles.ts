import { byLanguage } from "../by-language";
import { lazyTexts } from "../catalogue";

/** The names of column roles. */
export const { fr, en } = byLanguage({
  "role-commune": ["[commune]", "[commune]"],
  "role-insee": ["code INSEE", "INSEE code"],
  "role-school": ["[école]", "[school]"],
  "role-school-code": ["code [de l’école]", "[school] code"],
  "role-level": ["niveau", "level"],
  "role-label": ["désignation du matériel", "name of the equipment"],
  "role-nature": ["nature : installation ou maintenance", "nature: installation or maintenance"],
  "role-quantity": ["quantité", "quantity"],
  "role-headcount": ["effectif", "headcount"],
  "role-headcount-part": ["partie de l’effectif", "part of the headcount"],
  "role-date-in": ["date de mise en service", "date of entry into service"],
  "role-date-out": ["date de sortie", "date of withdrawal"],
  "role-date-installed": ["date d’installation", "date of installation"],
  "role-year-installed": ["année d’installation", "year of installation"],
  "role-date": ["date", "date"],
  "role-status": ["état du matériel", "status of the equipment"],
  "role-inventory-number": ["numéro d’inventaire", "inventory number"],
  "role-serial-number": ["numéro de série", "serial number"],
  "role-entity": ["entité", "entity"],
  "role-location": ["lieu", "location"],
  "role-campaign": ["campagne", "campaign"],
  "role-pupil": ["élève", "pupil"],
  "role-name": ["nom", "name"],
  "role-untariffed": ["matériel sans tarif", "equipment without a tariff"],
  "role-refused": ["à préciser, non facturée", "to be made clear, not billed"],
  "role-ignored": ["non utilisée", "not used"],
  "role-counted-installation": ["{prestation}, installation", "{prestation}, installation"],
  "role-counted-maintenance": ["{prestation}, maintenance", "{prestation}, maintenance"],
});

/** A code of a column role. */
type RoleCode = keyof typeof fr;

/** Like `message`, with the names of column roles, loaded with the screens that show them. */
export const roleMessage = lazyTexts<RoleCode>({ fr, en });
