package org.krait.runtime.xml;

import org.krait.objects.Errors;
import org.krait.objects.ExceptionTypes;
import org.krait.objects.PyDict;
import org.krait.objects.PyException;
import org.krait.objects.PyInt;
import org.krait.objects.PyList;
import org.krait.objects.PyModule;
import org.krait.objects.PyObject;
import org.krait.objects.PySingleton;
import org.krait.objects.PyStr;
import org.krait.objects.PyTuple;
import org.krait.objects.PyType;
import org.krait.objects.ThreadState;
import org.krait.objects.builtin.Builtin;
import org.krait.objects.builtin.BuiltinModule;

/** The module {@code pyexpat}. */
@BuiltinModule(value = "pyexpat", doc = "Python wrapper for Expat parser.")
public final class ExpatModule {
    static final PyType ERROR = PyType.builtin("xml.parsers.expat.ExpatError", ExceptionTypes.EXCEPTION,
            PyType.BASE | PyType.HAS_DICT | PyType.MUTABLE);

    private ExpatModule() {}

    static void initialize(ThreadState ts, PyModule module) {
        PyDict d = module.materializeDict();
        d.put("error", ERROR);
        d.put("ExpatError", ERROR);
        d.put("XMLParserType", PyXmlParser.TYPE);
        // The version of expat whose behaviour this is.
        d.put("EXPAT_VERSION", PyStr.of("expat_2.5.0"));
        d.put("version_info", PyTuple.of(PyInt.of(2), PyInt.of(5), PyInt.of(0)));
        d.put("native_encoding", PyStr.of("UTF-8"));
        d.put("features", PyList.of(feature("sizeof(XML_Char)", 1), feature("sizeof(XML_LChar)", 1),
                feature("XML_DTD", 0), feature("XML_CONTEXT_BYTES", 1024), feature("XML_NS", 0),
                feature("XML_BLAP_MAX_AMP", 100), feature("XML_BLAP_ACT_THRES", 8388608)));
        for (XmlParser.ParameterEntities value : XmlParser.ParameterEntities.values()) {
            d.put("XML_PARAM_ENTITY_PARSING_" + value.name(), PyInt.of(value.ordinal()));
        }
        d.put("errors", errors(ts));
        d.put("model", model(ts));
    }

    private static PyObject feature(String name, int value) {
        return PyTuple.of(PyStr.of(name), PyInt.of(value));
    }

    private static PyModule submodule(ThreadState ts, String name, String doc) {
        PyModule made = new PyModule();
        made.dict.put("__name__", PyStr.interned("pyexpat." + name));
        made.dict.put("__doc__", PyStr.of(doc));
        made.dict.put("__package__", PySingleton.NONE);
        made.dict.put("__loader__", PySingleton.NONE);
        made.dict.put("__spec__", PySingleton.NONE);
        ts.interp.modules.put("pyexpat." + name, made);
        return made;
    }

    private static PyModule errors(ThreadState ts) {
        PyModule errors = submodule(ts, "errors", "Constants used to describe error conditions.");
        PyDict codes = new PyDict();
        PyDict messages = new PyDict();
        for (XmlError error : XmlError.values()) {
            PyStr message = PyStr.of(error.message);
            errors.dict.put("XML_ERROR_" + error.name(), message);
            codes.put(message, PyInt.of(error.code()));
            messages.put(ts, PyInt.of(error.code()), message);
        }
        errors.dict.put("codes", codes);
        errors.dict.put("messages", messages);
        return errors;
    }

    private static PyModule model(ThreadState ts) {
        PyModule model = submodule(ts, "model", "Constants used to interpret content model information.");
        String[] types = {"EMPTY", "ANY", "MIXED", "NAME", "CHOICE", "SEQ"};
        for (int i = 0; i < types.length; i++) {
            model.dict.put("XML_CTYPE_" + types[i], PyInt.of(i + 1));
        }
        String[] quantifiers = {"NONE", "OPT", "REP", "PLUS"};
        for (int i = 0; i < quantifiers.length; i++) {
            model.dict.put("XML_CQUANT_" + quantifiers[i], PyInt.of(i));
        }
        return model;
    }

    /** The exception for the error of a parser. */
    static PyException error(ThreadState ts, XmlParser parser) {
        return error(ts, parser.error(), parser);
    }

    static PyException error(ThreadState ts, XmlError error, XmlParser parser) {
        long line = parser.line() + 1;
        long column = parser.column();
        PyException made = Errors.of(ERROR, error.message + ": line " + line + ", column " + column);
        made.value.setAttribute(PyStr.interned("code"), PyInt.of(error.code()));
        made.value.setAttribute(PyStr.interned("offset"), PyInt.of(column));
        made.value.setAttribute(PyStr.interned("lineno"), PyInt.of(line));
        return made;
    }

    @Builtin(value = "ParserCreate(encoding=None, namespace_separator=None, intern=<unrepresentable>)",
            doc = "Return a new XML parser object.")
    static PyObject parserCreate(ThreadState ts, PyObject encoding, PyObject separator, PyObject intern) {
        String name = XmlParserMethods.optional(encoding, "ParserCreate() argument 'encoding'");
        String between = XmlParserMethods.optional(separator, "ParserCreate() argument 'namespace_separator'");
        if (between != null && between.length() > 1) {
            throw Errors.valueError("namespace_separator must be at most one character, omitted, or None");
        }
        PyDict interned = null;
        if (intern == null) {
            interned = new PyDict();
        } else if (intern != PySingleton.NONE) {
            if (!(intern instanceof PyDict given)) {
                throw Errors.typeError("intern must be a dictionary");
            }
            interned = given;
        }
        return new PyXmlParser(name, between, interned);
    }

    @Builtin(value = "ErrorString(code, /)", doc = "Returns string error for given number.")
    static PyObject errorString(long code) {
        XmlError error = XmlError.ofCode(code);
        return error == null ? PySingleton.NONE : PyStr.of(error.message);
    }
}
