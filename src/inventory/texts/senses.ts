import type { Nature } from "../../tariff";
import type { ColumnReason } from "../types";

/** The state of a machine; the user is asked about any other. (decisions §4) */
export type Status = "in-service" | "out" | "stock" | "repair";
/** The meaning of a yes (oui, x, 1) under a heading; a no means the contrary. (decisions §4) */
export type Flag = "in-service" | "out" | "stock" | "installed";
/** The kind that a title or a sheet name gives its table; `asked`: the user decides whether it is billed. */
export type TitleKind = "inventory" | "installations" | "not-in-service" | "model" | "asked";
/** The events of a machine, and of a school, that a free text may mention. */
export type MachineEvent = "left" | "moved" | "stock" | "loan" | "replaced" | "broken";
export type SchoolEvent = "closed" | "merged" | "moved" | "no-pupils" | "not-billed" | "to-come";
/**
 * The meaning of a date according to its heading: arrival (the most certain first), departure, possible departure, or
 * other.
 */
export type DateMeaning =
  "commissioned" | "installed" | "delivered" | "entered" | "bought" | "left" | "perhaps-left" | "planned" | "other";

/** A concept: its words, and its meaning in each context where it has one. */
export interface Sense {
  /** Words and phrases separated by commas; plurals and feminine participles are recognised. */
  readonly words: string;
  /** In a heading, a label or a section title. */
  readonly nature?: Nature;
  /** In a heading or a label: not in service, or possibly not. */
  readonly standing?: "out" | "asked";
  /** In a title or a sheet name. */
  readonly kind?: TitleKind;
  /** In a column of states; the user is asked about a concept without one. */
  readonly state?: Status;
  /** As the heading of yes and no. */
  readonly answer?: Flag;
  /** Beside « date », or as a heading of dates by itself. */
  readonly date?: DateMeaning;
  /** In a remark about a machine, or about a school. */
  readonly machine?: MachineEvent;
  readonly school?: SchoolEvent;
  /** Why a column with this heading is not counted. */
  readonly column?: ColumnReason;
  /** Whether it is never the name of a school, even in the place of one. */
  readonly noSchool?: true;
}

/** The possible values of each field; a test checks the table against them. */
export const outcomes: Readonly<Record<Exclude<keyof Sense, "words">, readonly string[]>> = {
  nature: ["maintenance", "installation"],
  standing: ["out", "asked"],
  kind: ["inventory", "installations", "not-in-service", "model", "asked"],
  state: ["in-service", "out", "stock", "repair"],
  answer: ["in-service", "out", "stock", "installed"],
  date: ["commissioned", "installed", "delivered", "entered", "bought", "left", "perhaps-left", "planned", "other"],
  machine: ["left", "moved", "stock", "loan", "replaced", "broken"],
  school: ["closed", "merged", "moved", "no-pupils", "not-billed", "to-come"],
  column: ["money", "ratio", "identifier", "contact", "remark", "other-date", "other-year", "total"],
  noSchool: ["true"],
};

/** The concepts: a line with the meanings of each, then its words. A word belongs to one concept. */
const table = `
# What is there.
inService  nature=maintenance kind=inventory state=in-service answer=in-service
    en service, en serv, en place, en fonction, en fonctionnement, en usage, en activité, en production, en prod, en exploitation,
    en marche, en utilisation, en cours d'utilisation, utilisé, actif, active, fonctionnel, fonctionnelle, opérationnel,
    opérationnelle, présent, existant, actuel, actuelle, maintenu, affecté, attribué, branché, fonctionnement, in use,
    déjà en service
seen  state=in-service answer=in-service
    vu, retrouvé, récolé, récolement, pointé
fleet  nature=maintenance kind=inventory state=in-service
    parc
inventory  nature=maintenance kind=inventory date=other
    inventaire, inv, inventory
situation  nature=maintenance kind=inventory
    situation
record  kind=inventory
    suivi, registre, recensement
maintenance  nature=maintenance kind=inventory state=repair date=other
    maintenance, maint, entretien
use  state=in-service
    utilisation, production, exploitation, usage, activité, marche, fonctionne, fonctionne bien, marche bien, conforme
good  standing=asked state=in-service
    bon, bonne, bon état, bon fonctionnement, correct, correcte, état moyen, normal, normale, excellent, excellente, passable, OK,
    O.K., RAS, rien à signaler, bien, réparé, reconditionné, récent, occasion, d'occasion, vieux, vieille, courant, good

# What came.
commissioned  nature=installation kind=installations date=commissioned
    mise en service, mis en service, mise en place, mis en place, mise en production, mise en fonction, mise en route, MES,
    in service, start up, startup
installation  nature=installation kind=installations state=in-service date=installed
    installation, inst, install, instal, pose, déploiement, déployé, équipé
installed  nature=installation kind=installations state=in-service answer=installed date=installed
    installé
delivered  nature=installation kind=installations date=delivered
    livraison, livré, bon de livraison, bon de pose, réception, réceptionné, reçu, fourni, BL, delivery
entered  nature=installation kind=installations answer=installed date=entered
    entrée, entrés, ajout, ajouté
arrived  standing=asked date=entered
    arrivée, arrivé, entrant, dotation, start
bought  nature=installation kind=installations noSchool date=bought
    achat, acheté, acquisition, acquis, purchase, buy
fresh  nature=installation kind=installations state=in-service answer=installed noSchool
    neuf, neuve, nouveau, nouvelle, nouveauté, new

# What is no longer in service, or not yet.
withdrawn  standing=out kind=not-in-service state=out answer=out date=left machine=left noSchool
    réforme, sorti, sortie, sortant, retiré, retrait, rebut, rebuté, mis au rebut, mise au rebut, au rebut, à mettre au rebut,
    cession, restitué, restitution, dépose, enlevé, enlèvement, sorti du parc, sorti de l'inventaire, sorti du service,
    corbeille, deleted, retour en stock, retour stock, retour atelier, retour en atelier, retour magasin, retour mairie, déclassé, déclassement,
    désinstallé, désinstallation, évacué, évacuation, éliminé, retired, decommissioned, decommission, disposed, disposal
lost  standing=out kind=not-in-service state=out answer=out date=left machine=left noSchool
    HS, hors service, hors serv, hors usage, hors parc, mis hors service, mise hors service, cédé, vendu, vente, volé, vol, perdu,
    perte, détruit, destruction, jeté, benne, poubelle, déchetterie, DEEE, D3E, recyclé, recyclage, donné, don, scrapped, lost,
    stolen, sold
ended  standing=out kind=not-in-service date=left machine=left
    fin de service, fin d'activité, fin de vie, fin d'utilisation, fin d'usage, fin de parc, jusqu'au, jusqu'en, jusque, radiation, radié, plus en service,
    pas en service, non en service
gone  standing=out kind=asked date=left machine=left
    parti, départ, emmené, emporté, quitté, n'existe plus, plus là, plus présent, n'est plus, n'y est plus, disparu, introuvable,
    manquant, absent, inexistant, non vu, pas vu, non retrouvé, pas retrouvé,
    non trouvé, pas trouvé, jamais vu, jamais trouvé
leaseEnded  standing=asked kind=asked date=perhaps-left
    fin de location, fin de bail, fin de leasing, fin de contrat, fin de prêt, fin de mise à disposition
returned  standing=out kind=asked answer=out date=perhaps-left machine=left
    rendu, retour, retourné, ramené, rapporté, repris, reprise, remise
replaced  standing=out kind=not-in-service state=out answer=out date=perhaps-left machine=replaced
    remplacé, remplacé par
replacement  standing=asked kind=asked date=perhaps-left machine=replaced
    remplacement, renouvellement, renouvelé, échange, échangé, échange standard, swap
inStock  standing=out kind=not-in-service state=stock answer=stock machine=stock noSchool
    en stock, au stock, en réserve, réserve, mis en réserve, spare, in stock
stock  standing=asked kind=not-in-service state=stock answer=stock machine=stock noSchool
    stock
unused  standing=out kind=not-in-service state=stock answer=stock noSchool
    non utilisé, pas utilisé, plus utilisé, jamais utilisé, inutilisé, non affecté, pas affecté, plus affecté, inaffecté,
    non employé, non installé, pas installé, jamais installé, non déployé, pas déployé, non branché, pas branché, non localisé, jamais déballé, non déballé, pas déballé, jamais servi, n'a jamais servi
storage  standing=asked kind=asked machine=stock noSchool
    dépôt, magasin, atelier, grenier, cave, garage, débarras, carton, en caisse
ordered  standing=out kind=not-in-service date=planned noSchool
    commande, en commande, à commander, bon de commande, devis, projet, à installer, à livrer, à poser, à déployer, à prévoir,
    à acheter, à demander, à venir, à fournir, à équiper, à recevoir, en attente, order, reste à commander, reste à installer,
    reste à livrer, reste à poser, reste à déployer, reste à prévoir, restant à commander, restant à installer, restant à livrer,
    restant à poser
forecast  standing=out kind=not-in-service date=planned noSchool
    prévu, prévision, prévisionnel, prévisionnelle, besoin, demande, souhait, souhaité
notYet  standing=out kind=not-in-service school=to-come noSchool
    non livré, pas livré, non posé, pas encore livré, pas encore installé, pas encore posé, commande en cours
wished  standing=out kind=asked date=planned noSchool
    prochain, prochaine, futur, future, théorique, objectif, cible, estimé, estimation, projection, planifié, simulation,
    hypothèse, scénario, variante, maquette
cancelled  standing=out kind=not-in-service state=out machine=left school=not-billed
    annulé, annulation
# What replaces an older paper is due; where that one stands too, its schools come twice.
superseding
    annule et remplace, annulant et remplaçant
toWithdraw  standing=out kind=asked state=repair
    à réformer, à sortir, à jeter, à remplacer, à récupérer, reste à remplacer, reste à réformer, restant à remplacer,
    restant à réformer
toRemove  standing=out kind=asked state=repair school=not-billed
    à retirer, à supprimer, à enlever
nextYear  standing=out kind=asked
    ansuivant
lastYear  standing=out kind=asked
    anprecedent, année précédente, année dernière, année passée, an dernier, an passé, exercice précédent

# What may be billed, or not: asked wherever it governs a number.
broken  standing=asked kind=asked state=repair machine=broken noSchool
    panne, en panne, réparation, en réparation, en attente de réparation, réparer, à réparer, dépannage, à dépanner, SAV, cassé,
    défectueux, défectueuse, broken, under repair, in repair
loan  standing=asked kind=asked state=repair machine=loan noSchool
    prêt, prêté, emprunt, emprunté, loué, en location, mise à disposition
lastDay  standing=asked kind=asked date=perhaps-left
    dernier jour, dernier jour de classe, dernier jour d'école, dernier jour d'ouverture
closed  standing=asked kind=asked date=perhaps-left school=closed
    fermé, fermeture, close, n'a pas rouvert, pas rouvert, en sommeil, dissous, portes closes, mis en sommeil, mise en sommeil, locaux vidés, tout est parti
leaving  machine=left
    sortir, retirer, réformer, rendre, céder, vendre, jeter, enlever, évacuer, remplacer, transférer, déplacer, déménager,
    restituer, déposer, désinstaller, reprendre, emporter, emmener, ramener, rapporter, partir, quitter, détruire
removed  standing=out kind=asked answer=out date=left machine=left school=closed
    supprimé, suppression, désaffecté
moved  standing=asked kind=asked machine=moved school=moved
    transféré, transfert, rapatrié, déménagé, déménagement, déplacé, muté, mutation, mouvement
merged  standing=asked kind=asked school=merged
    regroupé, fusionné, fusion, rattaché, absorbé
noPupils  kind=asked standing=asked school=no-pupils
    plus d'école, plus de classe, plus d'élèves, plus d'enfants, sans élèves, aucun élève, plus personne, plus aucun enfant
notBilled  standing=asked kind=asked school=not-billed
    non facturé, pas facturé, plus facturé, ne pas facturer, ne plus facturer, à ne plus facturer, à ne pas facturer,
    non facturable, déjà facturé, déjà payé, déjà réglé, ne pas compter, ne pas prendre, ne pas retenir, à déduire, doublon,
    pas à facturer, à exclure, exclu, ne rien émettre, ne pas émettre, attendre avant d'émettre, facturation suspendue, facturation directe,
    ne pas tenir compte, compté à tort, supprimer la ligne, supprimer cette ligne, retirer l'école, sort du dispositif,
    sort de la convention, offert, dégrevé, remise gracieuse, exonération, dispense, dispensé, titre émis, à facturer à, facturé par, refacturé par, pris en charge par, gratuit, exonéré, hors convention, non conventionné, hors facturation, hors marché, non adhérent, convention dénoncée, dénoncé la convention, résilié, résiliation
refused  standing=asked kind=asked school=not-billed
    rejeté, rejet, refusé, refus, invalidé, non validé, non retenu, contesté
counted  standing=asked kind=not-in-service school=not-billed
    déjà compté, déjà inclus, déjà compris, déjà pris, déjà déclaré, déjà recensé
memory  standing=asked kind=asked school=not-billed
    pour mémoire, PM, p.m.
information  standing=asked kind=asked
    pour information
creditNote  standing=asked kind=asked
    avoir
complement  standing=asked
    complément, supplément
inactive  standing=out kind=asked answer=out noSchool
    inactif, inactive, désactivé, effacé, archivé
former  standing=asked kind=asked state=in-service
    ancien, ancienne, historique, archive, ex
model  kind=model column=remark
    modèle, model
draft  kind=model
    exemple, trame, brouillon, gabarit, template

# What counts nothing, or sums.
total  column=total
    total, tot, soustotal, somme, ensemble, cumul, récap, récapitulatif
every
    tous, tout, toute, tous niveaux, tous cycles, toutes classes
whole
    général, générale, généraux, global, final, complet
average  column=ratio state=in-service
    moyenne, moyen, moy
difference  column=ratio noSchool
    écart, évolution, variation, différence
balance
    solde, reste, net
anonymous  noSchool
    divers, diverse, autre, inconnu, indéterminé, non renseigné
extreme  column=ratio
    maximum, minimum, max, min, maxi, mini
reminder  standing=asked column=other-year
    rappel, pour rappel
money  column=money noSchool
    €, $, £, eur, euro, montant, coût, prix, PU, tarif, TTC, HT, hors taxe, TVA, valeur, budget, amount, price, cost, value,
    dépense, recette, redevance, cotisation, subvention, amortissement, loyer, remboursement, facturation, quote part, part,
    à charge
ratio  column=ratio
    ratio, taux, pourcentage, pct, %, âge, ancienneté, surface, superficie, m2, classement, population, habitant, ETP, coefficient,
    capacité, débit, puissance, fréquence, vitesse, volumétrie, distance, km, kg, Mb, Mbit, Mbps, Mo, Go, GHz

# What a column holds, and what an identifier is of.
count
    nb, quantité, qté, qt
unit
    unité, u, exemplaire, élément, appareil, machine
numbering  column=identifier
    numéro, num, no, n, ordre, ligne, rang
identifier  column=identifier
    id, identifiant, référence, ref, matricule
code  column=identifier
    code
tag  column=identifier
    étiquette, code-barres, immobilisation, asset tag, asset number, inventory number
insee  column=identifier
    INSEE, code commune, commune code, COG
schoolCode  column=identifier
    UAI, RNE
companyCode  column=identifier
    SIREN, SIRET, code postal
serial  column=identifier
    série, serial, serial number, s n, numéro de série, SN
entity
    entité, entity
place
    lieu, localisation, emplacement, location
label
    prestation, désignation, article, catégorie, produit, objet, famille, item
thing
    matériel, équipement
name
    nom, libellé, dénomination, intitulé, name, hostname, machine name, computer name
kindOf
    type
nature
    nature, m i, i m
operation
    opération, intervention, ticket, incident
state
    état, statut, status, state
campaign
    campagne, exercice, rentrée, année scolaire, rentrée scolaire
date
    date
since
    depuis
otherDate  date=other
    naissance, paiement, mandat, mandatement, inventoried, visite, passage, contrôle, vérification, vérifié, dernier, dernière,
    last, création, construction, created, échéance, fabrication, connexion, inscription, ouverture
update  date=other
    mise à jour, mis à jour, MAJ, update, modification, modified, modifié, actualisé
paper  date=other column=remark
    garantie, warranty, début de garantie, facture, expiration
remark  column=remark
    observation, obs, remarque, rem, commentaire, note, nota, comment, description, précision, avis
contact  column=contact
    adresse, téléphone, tél, fax, mail, courriel, email, address, phone, user, coordonnées, contact, postal
description  column=remark
    marque, fabricant, processeur, mémoire, RAM, disque, système, domaine, utilisateur, usager, fournisseur, rep, tri, académie,
    région, groupe, technique, IP, mac, OS, manufacturer, operating, processor, memory, domain, network, vendor, supplier
pivotRows  column=identifier
    étiquettes de lignes, libellés de lignes, row labels
pivotColumns  column=remark
    étiquettes de colonnes, libellés de colonnes, column labels
pupilName
    nom de l'élève, prénom élève, prénom, INE, date de naissance, né le, née le, nom d'usage, nom de famille, nom d'usage élève

# Who and where.
commune
    commune, cne
town
    ville, collectivité, localité
townHall  noSchool
    mairie
agglomeration
    CAGB, agglo, agglomération, grand besançon, GBM
school
    école
establishment
    établissement, étab, établ, EEPU, EMPU, EPPU, EE, EM, EP, groupe scolaire, ensemble scolaire, dénomination principale
site
    site, implantation
patronym
    patronyme
degree
    niveau, degré, m e, type d'école, type d'établissement, niveau de l'école, nature de l'école
level
primary
    primaire
cycle  column=remark
    cycle, section
room  column=remark
    BCD
elsewhere  standing=asked noSchool
    cantine, bibliothèque, médiathèque, centre de loisirs, CLSH, ALSH, périscolaire, garderie, crèche, restaurant,
    services techniques, service informatique, secrétariat
classroom  column=ratio
    classe, division
staff  column=ratio
    enseignant, professeur, prof, instituteur, maître, agent, personnel, ATSEM, AESH, AVS, emploi
payer  column=remark
    payeur, payé par, propriétaire, propriété, financement, financeur, pris en charge par, facturé à, à la charge de, maintenu par,
    géré par, entretenu par
head  column=contact
    directeur, directrice, responsable, référent
fixture  column=ratio
    armoire, porte, clé, clef, fenêtre, volet, grille
otherCount  column=ratio
    repas, siège, prise, durée, foyer
time
    heure, jour, mois, an, année
`;

/** The concepts by name. */
export const senses: Readonly<Record<string, Sense>> = readTable(table);

/** The name of a concept. */
export type Concept = string;

function readTable(text: string): Record<string, Sense> {
  const found: Record<string, Sense> = {};
  for (const block of text.split(/\n(?=[a-zA-Z#])/)) {
    const [line, ...words] = block.trim().split("\n");
    if (line === undefined || line === "" || line.startsWith("#")) continue;
    const [name, ...keys] = line.split(/\s+/);
    const says = keys.map((one) => (one.includes("=") ? one.split("=") : [one, true]));
    found[name!] = { words: words.map((one) => one.trim()).join(" "), ...Object.fromEntries(says) };
  }
  return found;
}

/** Returns a set of concepts from their names, separated by spaces; throws when a name is unknown. */
export function conceptSet(names: string): ReadonlySet<Concept> {
  const unknown = names.split(" ").find((name) => !(name in senses));
  if (unknown !== undefined) throw new Error(`No concept is called ${unknown}.`);
  return new Set(names.split(" "));
}

/** Concepts allowed beside equipment or pupils, such as a place, a unit or a document. */
export const besideItem = conceptSet(
  "count unit total date time thing kindOf campaign school numbering every establishment site whole agglomeration commune room classroom cycle " +
    "record name label primary use town",
);
