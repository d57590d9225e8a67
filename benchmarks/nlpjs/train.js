// Train the bot: node train.js DATA.json MODEL.json
'use strict';

const fs = require('node:fs');
const { createBot } = require('./bot');

async function main([data, model]) {
  const nlp = await createBot();
  const { examples, names } = JSON.parse(fs.readFileSync(data, 'utf8'));
  for (const { role, id, texts } of names) {
    nlp.addNerRuleOptionTexts('en', role, id, texts);
  }
  for (const { text, intent } of examples) {
    nlp.addDocument('en', text, intent);
  }
  await nlp.train();
  fs.writeFileSync(model, nlp.export(false));
}

main(process.argv.slice(2));
