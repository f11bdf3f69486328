"""A small workshop with what a page must show: goals, a block, notes, and sources of which one is out of date."""

import yaml

from workshop.plans.model import Workshop

SAMPLE = Workshop.model_validate(
    yaml.safe_load("""
id: marche-cache
module: M07
title: Marché caché et réseau
promise: Je sais où sont les emplois sans annonce.
minutes: 75
level: N1
theme: Chercher un emploi
material: [Un téléphone pour deux suffit]
goals:
  - {code: MC1, text: Comprendre le marché caché}
  - {code: MC4, text: Oser la candidature spontanée}
steps:
  - id: meteo
    title: Météo du jour
    minutes: 3
    core: true
    notes: "Commencez vous-même.\\nPersonne n’est obligé d’expliquer."
    parts: [{type: mood, specification: {prompt: "Comment tu arrives ce matin ?"}}]
  - id: avant
    title: "Avant : 2 questions"
    minutes: 6
    core: true
    reveals: false
    parts:
      - type: choice
        goal: MC1
        moment: before
        specification: &question
          prompt: Beaucoup d’emplois n’ont pas d’annonce.
          options: [{key: v, label: Vrai, right: true}, {key: f, label: Faux}]
      - type: choice
        goal: MC4
        moment: before
        specification: {<<: *question, prompt: On peut écrire sans annonce.}
  - id: spontanee
    title: Candidature spontanée
    minutes: 5
    notes: Qui a déjà demandé du travail sans annonce ?
    parts:
      - type: choice
        goal: MC4
        specification: {<<: *question, prompt: "Une candidature spontanée, c’est…"}
        sources:
          - label: Dares, enquête Offre d’emploi et recrutement
            url: https://dares.example/ofer
            valid_as_of: 2016-12-01
            review_on: 2020-01-01
          - {label: Fiche de la bibliothèque, valid_as_of: 2026-01-01}
""")
)
