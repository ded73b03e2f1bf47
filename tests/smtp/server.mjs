// A real SMTP server for tests: says its port in its first line, then a line of JSON for each mail it takes.
// Run it as: node server.mjs FOLDER_OF_NODE_MODULES [PORT]. It refuses recipients that begin with "refused".
import { createRequire } from "node:module";

const [folder, port = "0"] = process.argv.slice(2);
const { SMTPServer } = createRequire(`${folder}/`)("smtp-server");

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS", "AUTH"],
  disableReverseLookup: true,
  onRcptTo(address, _session, done) {
    if (!address.address.startsWith("refused")) return done();
    done(Object.assign(new Error("There is nobody of that name here"), { responseCode: 550 }));
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      const { mailFrom, rcptTo } = session.envelope;
      const raw = Buffer.concat(parts).toString("utf8");
      console.log(JSON.stringify({ from: mailFrom.address, to: rcptTo.map((one) => one.address), raw }));
      done();
    });
  },
});
server.listen(Number(port), "127.0.0.1", () => console.log(server.server.address().port));
