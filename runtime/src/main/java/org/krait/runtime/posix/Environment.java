package org.krait.runtime.posix;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.krait.objects.PyBytes;
import org.krait.objects.PyDict;
import org.krait.objects.ThreadState;
import org.krait.runtime.Configuration;

/**
 * The environment variables of a context. What a program changes is kept here and handed to the programs it starts;
 * the C library's own environment stays as it was.
 */
public final class Environment {
    private final LinkedHashMap<String, byte[]> variables = new LinkedHashMap<>();

    private Environment() {}

    public static Environment of(ThreadState ts) {
        Environment known = (Environment) ts.interp.natives.get(Environment.class);
        if (known == null) {
            known = new Environment();
            known.read(((Configuration) ts.interp.natives.get(Configuration.class)).environment);
            ts.interp.natives.put(Environment.class, known);
        }
        return known;
    }

    /** Takes the values from the kernel, in bytes and in order, as far as the configuration lets programs see them. */
    private void read(Map<String, String> allowed) {
        byte[] all;
        try (FileInputStream in = new FileInputStream("/proc/self/environ")) {
            all = in.readAllBytes();
        } catch (IOException e) {
            all = new byte[0];
        }
        int from = 0;
        for (int i = 0; i < all.length; i++) {
            if (all[i] == 0) {
                int equals = from;
                while (equals < i && all[equals] != '=') {
                    equals++;
                }
                if (equals < i && equals > from) {
                    String name = new String(all, from, equals - from, StandardCharsets.ISO_8859_1);
                    if (!isAscii(name) || allowed.containsKey(name)) {
                        variables.put(name, java.util.Arrays.copyOfRange(all, equals + 1, i));
                    }
                }
                from = i + 1;
            }
        }
        for (Map.Entry<String, String> e : allowed.entrySet()) {
            byte[] known = variables.get(e.getKey());
            if (isAscii(e.getValue()) && (known == null
                    || !e.getValue().equals(new String(known, StandardCharsets.ISO_8859_1)))) {
                variables.put(e.getKey(), e.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    static PyDict toDict(ThreadState ts) {
        PyDict dict = new PyDict();
        for (Map.Entry<String, byte[]> e : of(ts).variables.entrySet()) {
            dict.put(ts, new PyBytes(e.getKey().getBytes(StandardCharsets.ISO_8859_1)), new PyBytes(e.getValue()));
        }
        return dict;
    }

    void put(byte[] name, byte[] value) {
        variables.put(new String(name, StandardCharsets.ISO_8859_1), value);
    }

    void remove(byte[] name) {
        variables.remove(new String(name, StandardCharsets.ISO_8859_1));
    }

    /** The value of a variable in a context as text; null when unset. */
    public static String get(ThreadState ts, String name) {
        Environment known = (Environment) ts.interp.natives.get(Environment.class);
        return known != null ? known.get(name)
                : ((Configuration) ts.interp.natives.get(Configuration.class)).environment.get(name);
    }

    /** The bytes of a variable in a context, as Latin-1; null when unset. */
    public static String bytes(ThreadState ts, String name) {
        if (ts.interp.natives.get(Environment.class) == null && isAscii(name)) {
            String text = ((Configuration) ts.interp.natives.get(Configuration.class)).environment.get(name);
            if (text == null || isAscii(text)) {
                return text;
            }
        }
        byte[] value = of(ts).variables.get(name);
        return value == null ? null : new String(value, StandardCharsets.ISO_8859_1);
    }

    /** The value of a variable as text; null when unset. */
    public String get(String name) {
        byte[] value = variables.get(name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    /** All variables as {@code name=value}. */
    byte[][] toArray() {
        byte[][] all = new byte[variables.size()][];
        int n = 0;
        for (Map.Entry<String, byte[]> e : variables.entrySet()) {
            byte[] name = e.getKey().getBytes(StandardCharsets.ISO_8859_1);
            byte[] both = java.util.Arrays.copyOf(name, name.length + 1 + e.getValue().length);
            both[name.length] = '=';
            System.arraycopy(e.getValue(), 0, both, name.length + 1, e.getValue().length);
            all[n++] = both;
        }
        return all;
    }
}
