// Turns threads of Stack Exchange, as collected in ../shared/data/qa-threads, into the format of docs/import-threads.md.
//
//   node scripts/convert-qa-threads.mjs beer.jsonl --shelf a-shelf > beer-threads.jsonl
//
// The source is the host of each thread's address. Authors have no names there, only numbers, so they are called by them.
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

const [path, flag, shelf] = process.argv.slice(2);
if (!path || (flag && flag !== "--shelf") || (flag && !shelf)) {
  console.error("usage: node scripts/convert-qa-threads.mjs FILE.jsonl [--shelf SLUG] > THREADS.jsonl");
  process.exit(2);
}

// Times have no zone there; they are in UTC.
const time = (written) => `${written.replace(/Z$/, "")}Z`;
const author = (number) => (number ? { id: String(number), name: `user ${number}` } : undefined);
// Tags here have letters, digits and hyphens, and thirty characters at most.
const tag = (name) =>
  name.toLowerCase().replaceAll("#", "-sharp").replaceAll("+", "-plus").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 30);
// A title has 10 characters at least and 150 at most here.
const title = (written) => {
  const words = written.replace(/\s+/g, " ").trim();
  return words.length > 150 ? `${words.slice(0, 149).replace(/\s+\S*$/, "")}…` : words.padEnd(10, ".");
};
const comment = (one) => ({ body: one.text, created: time(one.created), author: author(one.user_id) });
const comments = (all) => (all ?? []).filter((one) => one.text?.trim()).map(comment);

for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
  if (!line.trim()) continue;
  const from = JSON.parse(line);
  const address = new URL(from.url);
  const duplicate = from.duplicate_of?.[0];
  const thread = {
    source: address.host,
    id: String(from.id),
    title: title(from.title),
    html: from.html,
    tags: [...new Set(from.tags.map(tag))].filter(Boolean).slice(0, 5),
    shelf,
    created: time(from.created),
    score: from.score,
    views: from.views ?? undefined,
    author: author(from.user_id),
    licence: from.licence,
    url: from.url,
    closed: from.closed ? time(from.closed) : undefined,
    duplicate_of: duplicate === undefined ? undefined : String(duplicate),
    comments: comments(from.comments),
    answers: from.answers.map((answer) => ({
      id: String(answer.id),
      html: answer.html,
      created: time(answer.created),
      score: answer.score,
      accepted: String(answer.id) === String(from.accepted_answer_id) || undefined,
      author: author(answer.user_id),
      licence: answer.licence,
      url: `${address.origin}/a/${answer.id}`,
      comments: comments(answer.comments),
    })),
  };
  process.stdout.write(`${JSON.stringify(thread)}\n`);
}
