/** The kinds of names that texts contain; their words have no other meaning. */
export type NameKind =
  "commune" | "school" | "room" | "zone" | "product" | "code" | "person" | "service" | "address" | "edition" | "motto";

/**
 * Words that precede a name or belong to it, by kind; the words of a phrase are joined by « _ ». Those of `products`
 * are names themselves, and so is the word after one; an edition takes the rest of its segment.
 */
export const nameWords = {
  products: `
    hp dell lenovo acer asus fujitsu siemens nec ibm epson canon brother lexmark samsung microsoft apple toshiba hewlett packard compaq optiplex
    latitude thinkcentre thinkpad prodesk elitedesk probook elitebook proliant poweredge synology qnap xerox ricoh kyocera medion packardbell
    zotac msi gigabyte intel amd windows linux ubuntu debian android logitech iiyama benq promethean smart oki netgear glpi ocs fusioninventory
    kwartz sambaédu samba_édu abulédu scribe eole amon lirebel géotracé pictop genmot tap_touche bcdi onde base_élèves be1d excel openoffice
    libreoffice wsus iaca harp magret`,
  product: "gamme baptisé nommé dénommé appelé",
  zone: "rpi sivos sivu quartier secteur zone circonscription canton bassin regroupement_pédagogique",
  room: `
    salle local bâtiment bat étage couloir hall dortoir préau gymnase infirmerie loge cdi coin aile annexe cour rez_de_chaussée rdc bureau salle_info
    classe_mobile`,
  person: "unepersonne mme mlle mr monsieur madame mademoiselle m dr suivi_par affaire_suivie_par",
  address:
    "rue avenue av boulevard bd chemin impasse route allée quai faubourg fbg square lieu_dit bp cs cedex grande_rue",
  service: "service direction pôle cellule sous_direction régie",
  edition: `
    édité édition imprimé impression extrait extraction export exporté source feuillet fichier diffusion ampliation confidentiel reproduction
    validé validation relu relecture approuvé certifié signature établi rédigé préparé complété délibération circulaire décret loi arrêté_numéro arrêté_du convention conseil
    marché_numéro formulaire cf voir art article_numéro indice cadre_réservé transmis communiqué généré sorti_de_glpi sorti_de_ocs
    tableau_sorti document_sorti fichier_sorti liste_sortie tableau_remis document_remis livraison_document livraison_tableau
    livraison_fichier livraison_rapport vu_et v iso version dernière_vérification historique_versions historique_modifications
    mode_emploi requête fin_tableau merci cordialement astreinte page fait_le fait_à reçu_le saisir indiquer annexe_numéro pièce_jointe modèle_unecote
    modèle_numéro lu_et visa création_document envoyé`,
} as const;
