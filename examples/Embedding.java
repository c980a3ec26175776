import java.io.ByteArrayOutputStream;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.HostAccess;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;

/** Python in a Java program; docs/how-to/embed.md says how to run it. */
public class Embedding {
    public static void main(String[] args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Context context = Context.newBuilder("krait").allowHostAccess(HostAccess.ALL).out(out)
                .option("engine.WarnInterpreterOnly", "false").build()) {
            Value add = context.eval("krait", "lambda a, b: a + b");
            System.out.println(add.execute(20, 22).asInt());

            context.eval("krait", "import json\ndef total(rows): return sum(row['n'] for row in rows)");
            Value total = context.getBindings("krait").getMember("total");
            Value rows = context.eval("krait", "json.loads('[{\"n\": 2}, {\"n\": 40}]')");
            System.out.println(total.execute(rows).asLong());

            context.getBindings("krait").putMember("names", List.of("b", "a"));
            System.out.println(context.eval("krait", "', '.join(sorted(names))").asString());

            context.eval("krait", "print('to the stream of the builder')");
            try {
                context.eval("krait", "def f(x):\n    return 1 / x\nf(0)");
            } catch (PolyglotException e) {
                System.out.println(e.getMessage() + ", line " + e.getSourceLocation().getStartLine() + ": "
                        + e.getSourceLocation().getCharacters());
            }
        }
        System.out.print(out);
    }
}
