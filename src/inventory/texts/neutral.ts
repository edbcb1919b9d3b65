/**
 * Words that do not change what a text is about, by their field; the words of a phrase are joined by « _ ». A word is
 * neutral only if an office clerk would count the same without it: words that restrict a count (« privé », « mairie »,
 * « autres », « divers »), date it or may be a state are not neutral.
 */
export const neutral: Readonly<Record<string, string>> = {
  connectives: ` le la les l des du de d au aux a en et ou dans sur sous pour par chez vers entre lors selon comme cet cette
    son sa ses leur notre nos votre vos ma qui que quoi quel quelle si il elle on nous vous soit sont être ont fait
    faite très aussi chaque même seul seule unique quelque plusieurs ainsi car mais puis donc ici ci cela ceci via qu se
    telle dit dite propre lequel laquelle ayant peut doit jour_même déjà actuellement toujours encore assez vu chacun chacune`,
  numbers: `
    un une zéro deux trois quatre cinq six huit dix onze douze treize quatorze quinze vingt trente cent mille double`,
  order: `premier première suite second seconde deuxième troisième quatrième cinquième fin début milieu er ere eme e h f p`,
  documents: `
    liste tableau synthèse détail bilan fiche feuille onglet classeur dossier rapport relevé relevé_sur_place compte_rendu état_des_lieux saisie donnée
    information info base gestion comptage constat constaté arrêté décompte dénombrement répartition ventilation présentation sommaire lisez_moi notice
    guide aide abréviation sigle tableau_de_bord titre rubrique colonne case champ chiffre travail enquête recueil remontée questionnaire plan carte
    schéma charte graphique logo document courrier procédure processus planning calendrier agenda cadre résultat tableur
    mise_en_page récapitulation comparatif comparaison statistique indicateur vue`,
  administration: `
    administration bisontin bisontine communal communale communaux intercommunal intercommunale intercommunalité
    municipal municipale municipaux territoire territorial territoriale département départemental départementale rectorat inspection
    académique éducation national nationale jeunesse enfance finance comptabilité conventionné partenaire partenariat mutualisé
    mutualisation ordiclasse TIC TICE NTIC DTIC DSI DSIT DGS DGA DST SIG DSDEN IEN CPC ASH public publique organisation mission
    télécommunication rural rurale urbain urbaine rattachement appartenance membre accueil concerné bénéficiaire débiteur débitrice usuel
    usuelle officiel officielle système_d'information moyens_généraux politique
    programme dispositif aménagement lot socle GPS société`,
  digital: `
    informatique numérique micro_informatique pédagogie pédagogique éducatif éducative scolaire scolarisé scolarité technologie technologique
    multimédia internet web réseau_local accès connecté relié lié_à associé_à poste_associé hôte par_défaut électrique compte environnement usages_numériques
    numérisation informatisation TICE_école`,
  counting: `
    combien_de combien_d' unitaire recensé déclaré inventorié arrondi exprimé exact exacte réel réelle environ annuel annuelle mensuel mensuelle
    trimestriel trimestrielle physique campagne_de_visites présence
    quantitatif unités_de_compte ventilé détaillé sur_place sur_site principal principale`,
  calendar: `
    janvier février mars avril juin juillet août septembre octobre novembre décembre janv févr fév avr juil juill sept oct nov déc novem
    novemb lundi mardi mercredi jeudi vendredi samedi dimanche matin midi soir semaine trimestre semestre trim sem hiver printemps automne
    toussaint noël pâques vacances jourducompte entredeuxdate cours_d'année courant_d'année quotidiennement régulièrement souvent`,
  care: `
    configuré paramétré étiqueté vérifié contrôlé nettoyé payé financé acheté monté branché câblé formaté photographié numéroté
    repéré testé dépanné réglé offert subventionné signalé sécurisé verrouillé chiffré sauvegardé masterisé`,
  places: `
    haut bas centre centre_ville nord sud est ouest gauche droite fond rez chaussée entier entière bourg village hameau près proche côté voisin`,
  people: `
    adjoint adjointe élu élue conseiller technicien technicienne inspecteur inspectrice chef chef_de_service chef_de_projet secrétaire
    gestionnaire comptable trésorier trésorière animateur animatrice intervenant maire parent délégué délégation président présidente intérim
    signataire correspondant interlocuteur auteur rédacteur émetteur destinataire équipe_pédagogique équipe_éducative équipe_TICE équipe_technique équipe_enseignante`,
};
