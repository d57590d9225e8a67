// The nlp.js bot: it classifies the intent of a message.
'use strict';

const { containerBootstrap } = require('@nlpjs/core');
const { LangEn } = require('@nlpjs/lang-en');
const { Nlp } = require('@nlpjs/nlp');

async function createBot() {
  const container = await containerBootstrap();
  container.use(Nlp);
  container.use(LangEn);
  const nlp = container.get('nlp');
  nlp.settings.autoSave = false; // we say where the model goes
  nlp.settings.log = false;
  nlp.addLanguage('en');
  return nlp;
}

module.exports = { createBot };
