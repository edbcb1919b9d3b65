import { byLanguage } from "../by-language";
import { lazyTexts } from "../catalogue";

/** The names of column roles. */
export const { fr, en } = byLanguage({
  "pane-role-commune": ["[commune]", "[commune]"],
  "pane-role-insee": ["code INSEE", "INSEE code"],
  "pane-role-school": ["[école]", "[school]"],
  "pane-role-school-code": ["code [de l’école]", "[school] code"],
  "pane-role-level": ["niveau", "level"],
  "pane-role-label": ["désignation du matériel", "name of the equipment"],
  "pane-role-nature": ["nature : installation ou maintenance", "nature: installation or maintenance"],
  "pane-role-quantity": ["quantité", "quantity"],
  "pane-role-headcount": ["effectif", "headcount"],
  "pane-role-headcount-part": ["partie de l’effectif", "part of the headcount"],
  "pane-role-date-in": ["date de mise en service", "date of entry into service"],
  "pane-role-date-out": ["date de sortie", "date of withdrawal"],
  "pane-role-date-installed": ["date d’installation", "date of installation"],
  "pane-role-year-installed": ["année d’installation", "year of installation"],
  "pane-role-date": ["date", "date"],
  "pane-role-status": ["état du matériel", "status of the equipment"],
  "pane-role-inventory-number": ["numéro d’inventaire", "inventory number"],
  "pane-role-serial-number": ["numéro de série", "serial number"],
  "pane-role-entity": ["entité", "entity"],
  "pane-role-location": ["lieu", "location"],
  "pane-role-campaign": ["campagne", "campaign"],
  "pane-role-pupil": ["élève", "pupil"],
  "pane-role-name": ["nom", "name"],
  "pane-role-untariffed": ["matériel sans tarif", "equipment without a tariff"],
  "pane-role-refused": ["à préciser, non facturée", "to be made clear, not billed"],
  "pane-role-ignored": ["non utilisée", "not used"],
  "pane-counted-installation": ["{prestation}, installation", "{prestation}, installation"],
  "pane-counted-maintenance": ["{prestation}, maintenance", "{prestation}, maintenance"],
});

/** A code of a column role. */
type RoleCode = keyof typeof fr;

/** Like `message`, with the names of column roles, loaded with the screens that show them. */
export const roleMessage = lazyTexts<RoleCode>({ fr, en });
