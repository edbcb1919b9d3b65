const list = (texts: string): readonly string[] =>
  texts
    .trim()
    .split(/\s*;\s*/)
    .filter((text) => text !== "");

/** Services of a town hall and of its partners; many bear a word that says something else elsewhere. */
export const services = list(`
  Service Achats; Direction de l'Éducation; Service des Moyens généraux; Pôle Ressources; Direction des Systèmes d'information; Cellule TICE;
  Département TIC; Direction Patrimoine et Bâtiments; Service Commande publique; Service Entretien et Restauration; Atelier municipal;
  Magasin général; Service des Archives municipales; Direction Projets et Développement; Service Logistique et Stocks; Bureau des entrées;
  Cellule Prévisions budgétaires; Service Installations sportives; Pôle Maintenance des bâtiments; Direction générale adjointe;
  Service Écoles et Périscolaire; Régie Livraisons; Mission Numérique éducatif; Bureau du Courrier; Service Assurances et Sinistres;
  Direction des Sorties scolaires; Secrétariat général; Service Parc automobile et Matériels; Pôle Enfance; Inspection de circonscription;
  Réseau Canopé; DSDEN du Doubs; Rectorat, division des moyens; Service Fêtes et Prêt de matériel; Service Réserve communale; Bureau 214
`);

/** What a document says of itself: {day} is a date near the campaign's. */
export const editions = list(`
  Tableau sorti de GLPI le {day}; Édité le {day}; Imprimé le {day} à 14 h 32; Document établi à la demande de la direction générale;
  Modèle F-EDU-07, indice C; Formulaire F-TIC-12; Cadre réservé à la signature; Nouvelle charte graphique; Livraison du document le {day};
  Version définitive v3.2; v. 2 relue; Mis à jour le {day}; Confidentiel – diffusion interne; Page 1/1; Diffusion : Finances, Éducation;
  Réf. : TIC/{campaign}/047; Marché n° 2013-042 (lot 2); Délibération n° 58; Affaire suivie par : {person}; Chef de projet : {person};
  Établi par {person}; Vu : {person}; Contact : {person}, poste 4412; Référent : {person}; Maire : {person}; Visa : {person};
  {service}; {service} – {person}; {address}; Tél. 03 81 61 50 50; Astreinte week-end : 06 07 08 09 10; www.mairie.example;
  Certifié exact, le {day}; Validé par le chef de service le {day}; Pièce jointe n° 3; Annexe 2 à la convention; Exercice {campaign}
`);

/** Sentences that say nothing of a school, of a machine or of a number. */
export const neutralNotes = list(`
  RAS; accès par la cour; clé chez le gardien; salle du fond; prise murale n° 12; numéro relevé par JP; débit correct; vu avec la directrice;
  2e étage; accès par badge; multiprise ajoutée; bureau à roulettes; OK le 15/10; visite le 14/10; merci à {person}; rien à signaler;
  code du portail au secrétariat; très utilisé; enseignants satisfaits; appeler avant de passer; stationnement rue {celebrity};
  ATSEM : {person}; goûter le vendredi; les {noun} poussent dans la cour; fresque des {noun} au mur; antivirus à jour; câblage refait;
  vidéo à la demande; wifi correct; rideaux {adjective}; porte côté {place}; cour partagée; demander {person}; imprimante près de la fenêtre
`);

/** Sentences beside a count of equipment that tell a movement, and change no count. */
export const movementNotes = list(`
  prêt rendu le 12/09; matériel réformé non compris; 1 écran remplacé; clavier changé; 3 PC rendus le 12/09; un poste déplacé en salle 2;
  souris à remplacer; 1 poste en panne; onduleur repris; un écran volé en mai; 2 souris en stock; câble prêté
`);

/** What says of a school that nothing is billed to it any more. */
export const undueOfSchools = list(`
  École fermée en juillet {campaign}; fermée définitivement; École transférée à {other} en septembre {campaign}, matériel parti;
  regroupée avec {other}; fusionnée depuis la rentrée; plus d'élèves depuis juillet {campaign}; ne plus facturer;
  hors convention depuis le 1er septembre {campaign}; a quitté le dispositif; n'est plus adhérente; sortie de la convention;
  fermeture à la rentrée {campaign}; plus facturée; école supprimée par la carte scolaire
`);

/** The same words, of something else: the school is billed. */
export const stillDue = list(`
  fermée le mercredi; portail fermé après 18 h; fermeture pour travaux en août, rouverte depuis; transférée provisoirement au 1er étage;
  regroupée sur un seul site depuis {campaign}; élèves transférés en car depuis {other}; facturer à la mairie ({other}); ouverte, non fermée
`);

/** What says of a machine that it is not in service. */
export const undueOfMachines = list(`
  sorti le 12/09; rendue; partie au collège; retour au magasin; en réserve au service TIC; prêté à l'IME, non rendu; remplacé par un neuf;
  HS, carte mère; déplacé à la mairie; volé en juin; mis de côté; récupéré par la commune; cassé, à jeter; repris par le fournisseur
`);
