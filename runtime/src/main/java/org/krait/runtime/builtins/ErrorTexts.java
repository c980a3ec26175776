package org.krait.runtime.builtins;

import org.krait.objects.PyStr;
import org.krait.objects.PyStrBuilder;

/** What error handlers put in the place of characters. */
final class ErrorTexts {
    private ErrorTexts() {}

    static PyStr characterReferences(PyStr text, int start, int end) {
        PyStrBuilder out = new PyStrBuilder();
        for (int i = start; i < end; i++) {
            out.append("&#").append(Integer.toString(text.at(i))).append(';');
        }
        return out.toPyStr();
    }

    static PyStr escapes(PyStr text, int start, int end) {
        PyStrBuilder out = new PyStrBuilder();
        for (int i = start; i < end; i++) {
            SourceForm.escape(out, text.at(i));
        }
        return out.toPyStr();
    }

    static PyStr names(PyStr text, int start, int end) {
        PyStrBuilder out = new PyStrBuilder();
        for (int i = start; i < end; i++) {
            String name = CharNames.name(text.at(i));
            if (name == null) {
                SourceForm.escape(out, text.at(i));
            } else {
                out.append("\\N{").append(name).append('}');
            }
        }
        return out.toPyStr();
    }
}
