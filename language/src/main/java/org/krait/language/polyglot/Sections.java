package org.krait.language.polyglot;

import com.oracle.truffle.api.TruffleLanguage;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;
import org.krait.objects.PyStr;
import org.krait.objects.PyTraceback;
import org.krait.objects.code.CodeObject;
import org.krait.objects.code.Positions;

/** Finds what part of which source a Python position means. */
final class Sections {
    private final TruffleLanguage.Env env;
    /** The sources of evaluated code, by the very object that is the file name of all code made of one source. */
    private final Map<PyStr, Source> evaluated = Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<String, Source> files = Collections.synchronizedMap(new HashMap<>());

    Sections(TruffleLanguage.Env env) {
        this.env = env;
    }

    /** Remembers what a code was made of. */
    void add(CodeObject code, Source source) {
        evaluated.put(code.filename, source);
    }

    /** The place of a traceback's entry. */
    SourceSection of(PyTraceback t) {
        CodeObject code = t.frame.code;
        Source source = evaluated.get(code.filename);
        if (source == null) {
            source = files.computeIfAbsent(code.filename.toString(), this::file);
        }
        int line = t.line();
        Positions.Position p = t.pc < 0 ? null : Positions.at(code.positions, t.pc, code.firstLine);
        if (p == null || p.line() != line || p.column() < 0 || p.endColumn() < 0) {
            return of(source, line, -1, line, -1);
        }
        return of(source, line, characters(source, line, p.column()) + 1, p.endLine(),
                characters(source, p.endLine(), p.endColumn()));
    }

    /** A section by 1-based lines and columns, the last column included; a whole line for columns that are no such. */
    static SourceSection of(Source source, int line, int column, int endLine, int endColumn) {
        if (!source.hasCharacters()) {
            return line < 1 ? source.createUnavailableSection() : source.createSection(line, -1, line, -1);
        }
        if (line < 1 || line > source.getLineCount()) {
            return source.createUnavailableSection();
        }
        boolean good = column >= 1 && endLine >= line && endLine <= source.getLineCount() && endColumn >= 1
                && column <= source.getLineLength(line) && endColumn <= source.getLineLength(endLine)
                && (endLine > line || endColumn >= column);
        return good ? source.createSection(line, column, endLine, endColumn) : source.createSection(line);
    }

    private static int characters(Source source, int line, int byteOffset) {
        if (!source.hasCharacters() || line < 1 || line > source.getLineCount()) {
            return byteOffset;
        }
        CharSequence text = source.getCharacters(line);
        int bytes = 0;
        int i = 0;
        while (i < text.length() && bytes < byteOffset) {
            int c = Character.codePointAt(text, i);
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
            i += Character.charCount(c);
        }
        return i;
    }

    private Source file(String name) {
        try {
            if (!name.startsWith("<")) {
                return Source.newBuilder(KraitLanguage.ID, env.getInternalTruffleFile(name)).build();
            }
        } catch (IOException | SecurityException | IllegalArgumentException | UnsupportedOperationException e) {
            // Its text stays unknown.
        }
        return Source.newBuilder(KraitLanguage.ID, "", name).content(Source.CONTENT_NONE).build();
    }
}
