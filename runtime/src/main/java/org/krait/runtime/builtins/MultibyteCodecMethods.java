package org.krait.runtime.builtins;

import org.krait.objects.Errors;
import org.krait.objects.PyInt;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinType;
import org.krait.runtime.Texts;

/** The methods of {@code MultibyteCodec}. */
@BuiltinType(base = ObjectMethods.class)
public final class MultibyteCodecMethods {
    private MultibyteCodecMethods() {}

    /** The name of an error handler; None stands for strict. */
    static String errors(PyObject errors) {
        if (errors == null || errors == PySingleton.NONE) {
            return "strict";
        }
        if (errors instanceof PyStr s) {
            return s.toString();
        }
        throw Errors.typeError("errors must be a string");
    }

    /** What is to be encoded: a str, or the str() of anything else. */
    static PyStr text(ThreadState ts, PyObject input) {
        return input instanceof PyStr s ? s : Texts.str(ts, input);
    }

    @Builtin(value = "encode(self, /, input, errors=None)", doc = """
            Return an encoded string version of 'input'.

            'errors' may be given to set a different error handling scheme. Default is
            'strict' meaning that encoding errors raise a UnicodeEncodeError. Other possible
            values are 'ignore', 'replace' and 'xmlcharrefreplace' as well as any other name
            registered with codecs.register_error that can handle UnicodeEncodeErrors.""")
    static PyObject encode(ThreadState ts, PyMultibyteCodec self, PyObject input, PyObject errors) {
        PyStr text = text(ts, input);
        return PyTuple.of(self.encode(ts, text, errors(errors)), PyInt.of(text.length()));
    }

    @Builtin(value = "decode(self, /, input, errors=None)", doc = """
            Decodes 'input'.

            'errors' may be given to set a different error handling scheme. Default is
            'strict' meaning that encoding errors raise a UnicodeDecodeError. Other possible
            values are 'ignore' and 'replace' as well as any other name registered with
            codecs.register_error that is able to handle UnicodeDecodeErrors.""")
    static PyObject decode(ThreadState ts, PyMultibyteCodec self, PyObject input, PyObject errors) {
        byte[] bytes = Bytes.array(ts, input);
        return PyTuple.of(self.decode(ts, bytes, errors(errors), true, new int[1]), PyInt.of(bytes.length));
    }
}
