import { lazyTexts } from "../catalogue";

/** Names of what columns were taken for. */
export const fr = {
  "pane-role-commune": "commune",
  "pane-role-insee": "code INSEE",
  "pane-role-school": "école",
  "pane-role-school-code": "code de l’école",
  "pane-role-level": "niveau",
  "pane-role-label": "désignation du matériel",
  "pane-role-nature": "nature : installation ou maintenance",
  "pane-role-quantity": "quantité",
  "pane-role-headcount": "effectif",
  "pane-role-headcount-part": "partie de l’effectif",
  "pane-role-date-in": "date de mise en service",
  "pane-role-date-out": "date de sortie",
  "pane-role-date-installed": "date d’installation",
  "pane-role-year-installed": "année d’installation",
  "pane-role-date": "date",
  "pane-role-status": "état du matériel",
  "pane-role-inventory-number": "numéro d’inventaire",
  "pane-role-serial-number": "numéro de série",
  "pane-role-entity": "entité",
  "pane-role-location": "lieu",
  "pane-role-campaign": "campagne",
  "pane-role-pupil": "élève",
  "pane-role-name": "nom",
  "pane-role-untariffed": "matériel sans tarif",
  "pane-role-refused": "à préciser, non facturée",
  "pane-role-ignored": "non utilisée",
  "pane-counted-installation": "{prestation}, installation",
  "pane-counted-maintenance": "{prestation}, maintenance",
} as const;

export const en = {
  "pane-role-commune": "commune",
  "pane-role-insee": "INSEE code",
  "pane-role-school": "school",
  "pane-role-school-code": "school code",
  "pane-role-level": "level",
  "pane-role-label": "name of the equipment",
  "pane-role-nature": "nature: installation or maintenance",
  "pane-role-quantity": "quantity",
  "pane-role-headcount": "headcount",
  "pane-role-headcount-part": "part of the headcount",
  "pane-role-date-in": "date of entry into service",
  "pane-role-date-out": "date of withdrawal",
  "pane-role-date-installed": "date of installation",
  "pane-role-year-installed": "year of installation",
  "pane-role-date": "date",
  "pane-role-status": "status of the equipment",
  "pane-role-inventory-number": "inventory number",
  "pane-role-serial-number": "serial number",
  "pane-role-entity": "entity",
  "pane-role-location": "location",
  "pane-role-campaign": "campaign",
  "pane-role-pupil": "pupil",
  "pane-role-name": "name",
  "pane-role-untariffed": "equipment without a tariff",
  "pane-role-refused": "to be made clear, not billed",
  "pane-role-ignored": "not used",
  "pane-counted-installation": "{prestation}, installation",
  "pane-counted-maintenance": "{prestation}, maintenance",
} as const satisfies Record<keyof typeof fr, string>;

/** A code of what columns were taken for. */
type RoleCode = keyof typeof fr;

/** As `message`, with the names of what columns were taken for, which come with the screens that show them. */
export const roleMessage = lazyTexts<RoleCode>({ fr, en });
