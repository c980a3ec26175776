package org.krait.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.krait.objects.PyException;
import org.krait.objects.PyObject;
import org.krait.objects.PyStr;
import org.krait.objects.ThreadState;
import org.krait.objects.code.CodeObject;
import org.krait.snapshot.marshal.MarshalException;
import org.krait.snapshot.marshal.MarshalReader;

/** Tells what is in an archive or a cache file, by the tables of their layouts. Reads, and so checks, all of it. */
public final class Inspector {
    private Inspector() {}

    /** A field as found in the file. */
    public record FieldValue(Field field, long value) {}

    /** A part of the file. */
    public record Section(String name, long offset, long sizeBytes) {}

    /**
     * The code of a module.
     *
     * @param path its source; relative to the library's folder when {@code ofLibrary}; of a cache file as compiled
     * @param sizeBytes of its image or marshal data
     * @param codes how many code objects it has
     * @param instructions ints of code in all of them
     * @param constants constants in all of them
     * @param error why the code can't be used; null when it can
     * @param unit the number of the unit in which it lies executed; -1 for none
     * @param reason why it is not executed in the archive though others are; null when it is, or when nobody said why
     */
    public record Module(String name, String path, boolean isPackage, boolean ofLibrary, long offset, long sizeBytes,
            int codes, int instructions, int constants, String error, int unit, String reason) {}

    /**
     * What is in a file: {@code kind} is {@code archive} or {@code cache}; modules and units are in the file's order.
     */
    public record Report(String file, String kind, List<FieldValue> header, List<Section> sections,
            List<Module> modules, List<HeapInspector.Unit> units) {}

    /**
     * One module of an archive, or one object of it.
     *
     * @param module the module; null when an object was asked for
     * @param unit the unit that it lies in; null when it is not executed
     * @param object the object that was asked for, or the module's; null when it is not executed
     * @param namespace the module's namespace; null when an object was asked for
     */
    public record Selection(String file, Module module, HeapInspector.Unit unit, HeapInspector.ObjectReport object,
            HeapInspector.ObjectReport namespace) {}

    /** A file that is neither archive nor cache, or is damaged beyond inspection. */
    public static final class InspectException extends Exception {
        private static final long serialVersionUID = 1L;

        InspectException(String message) {
            super(message);
        }
    }

    /** Inspects a file; the thread is one of a context, whose hashes sets need. */
    public static Report inspect(ThreadState ts, String file, RecordNames names) throws InspectException {
        byte[] bytes = read(file);
        try {
            if (isArchive(bytes)) {
                return archive(file, names);
            }
            return cache(ts, file, bytes);
        } catch (ArchiveException e) {
            throw new InspectException(e.getMessage());
        }
    }

    /**
     * Inspects a module of an archive, or an object that lies executed there.
     *
     * @param path a module, a module and names behind it, or a module and the number of an object: {@code os},
     *     {@code os.path.join}, {@code os#7}
     */
    public static Selection select(String file, String path, RecordNames names) throws InspectException {
        if (!isArchive(read(file))) {
            throw new InspectException(file + ": is no archive: only an archive has modules to choose from");
        }
        try {
            Archive archive = Archive.open(file);
            HeapInspector heap = new HeapInspector(archive, names);
            Archive.Entry entry = archive.find(path);
            HeapInspector.ObjectReport object = heap.find(path);
            if (entry != null) {
                return new Selection(file, module(archive, entry, archive.reasons()),
                        entry.unit() < 0 ? null : heap.unit(entry.unit()), object,
                        object == null ? null : heap.namespace(object));
            }
            if (object == null) {
                throw new InspectException(file + ": has no module '" + path + "', and no module executed that '" + path
                        + "' could begin with");
            }
            return new Selection(file, null, null, object, null);
        } catch (ArchiveException e) {
            throw new InspectException(e.getMessage());
        }
    }

    /** The code in an archive or a cache file, one for each module. */
    public static List<CodeObject> codes(ThreadState ts, String file) throws InspectException {
        byte[] bytes = read(file);
        if (!isArchive(bytes)) {
            return List.of(cached(ts, file, bytes).code);
        }
        try {
            Archive archive = Archive.open(file);
            List<CodeObject> codes = new ArrayList<>();
            for (Archive.Entry entry : archive.entries()) {
                codes.add(archive.code(entry, PyStr.of(entry.source().path())));
            }
            return codes;
        } catch (ArchiveException e) {
            throw new InspectException(e.getMessage());
        }
    }

    /** The bytes of a file. */
    public static byte[] read(String file) throws InspectException {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new InspectException(file + ": no such file");
        } catch (IOException e) {
            throw new InspectException(file + ": can't be read: " + e.getMessage());
        }
    }

    /** Whether a file begins as an archive does. */
    public static boolean isArchive(byte[] bytes) {
        return bytes.length >= 8 && Layout.MAGIC.get(bytes, 0) == Layout.MAGIC_VALUE;
    }

    private static Report archive(String file, RecordNames names) throws ArchiveException {
        Archive archive = Archive.open(file);
        List<FieldValue> header = new ArrayList<>();
        for (Field field : Layout.HEADER.fields()) {
            header.add(new FieldValue(field, archive.header(field)));
        }
        List<Archive.Entry> entries = archive.entries();
        entries.sort(Comparator.comparingLong(Archive.Entry::image));
        long index = Layout.HEADER.size();
        long entriesStart = index + archive.header(Layout.SLOTS) * Layout.SLOT.size();
        long images = entries.isEmpty() ? archive.header(Layout.UNIT_TABLE) : entries.get(0).image();
        Map<String, String> reasons = archive.reasons();
        List<Module> modules = new ArrayList<>();
        for (Archive.Entry entry : entries) {
            modules.add(module(archive, entry, reasons));
        }
        List<HeapInspector.Unit> units = new HeapInspector(archive, names).units();
        return new Report(file, "archive", header, sections(archive, index, entriesStart, images, units), modules,
                units);
    }

    private static List<Section> sections(Archive archive, long index, long entries, long images,
            List<HeapInspector.Unit> units) throws ArchiveException {
        long table = archive.header(Layout.UNIT_TABLE);
        long reasons = archive.length() - archive.header(Layout.REASONS_SIZE);
        List<Section> sections = new ArrayList<>(List.of(new Section("header", 0, index),
                new Section("index", index, entries - index), new Section("entries", entries, images - entries),
                new Section("images", images, table - images)));
        if (!units.isEmpty()) {
            long descriptions = archive.unitField(0, Layout.UNIT_DESCRIPTION);
            long unitImages = archive.unitField(0, Layout.UNIT_IMAGE);
            sections.add(new Section("units", table, descriptions - table));
            sections.add(new Section("descriptions", descriptions, unitImages - descriptions));
            long readers = archive.unitField(0, Layout.UNIT_READERS);
            sections.add(new Section("unit images", unitImages, readers - unitImages));
            sections.add(new Section("readers", readers, reasons - readers));
        }
        if (reasons < archive.length()) {
            sections.add(new Section("reasons", reasons, archive.length() - reasons));
        }
        return sections;
    }

    private static Module module(Archive archive, Archive.Entry entry, Map<String, String> reasons) {
        ModuleSource source = entry.source();
        Counts counts = new Counts();
        String error = null;
        try {
            counts.add(archive.code(entry, PyStr.of(source.path())));
        } catch (ArchiveException e) {
            error = e.getMessage();
        } catch (PyException e) {
            error = e.getMessage();
            e.swallow();
        }
        return new Module(entry.name(), source.path(), source.isPackage(), source.isOfLibrary(), entry.image(),
                entry.imageSize(), counts.codes, counts.instructions, counts.constants, error, entry.unit(),
                reasons.get(entry.name()));
    }

    /** The code of a cache file and where its data ends. */
    private record Cached(CodeObject code, int end) {}

    private static Cached cached(ThreadState ts, String file, byte[] bytes) throws InspectException {
        checkCache(file, bytes);
        try {
            MarshalReader reader = new MarshalReader(ts, bytes, CacheLayout.DATA_OFFSET, bytes.length);
            PyObject value = reader.read();
            String error = CacheLayout.trailerError(bytes, reader.position());
            if (error != null) {
                throw new InspectException(file + ": " + error + "; the file is damaged: delete it");
            }
            if (value instanceof CodeObject code) {
                return new Cached(code, reader.position());
            }
            throw new InspectException(file + ": data is a " + value.type.name() + ", expected a code object");
        } catch (MarshalException e) {
            throw new InspectException(file + ": " + e.getMessage() + "; the file is damaged: delete it");
        }
    }

    private static void checkCache(String file, byte[] bytes) throws InspectException {
        if (bytes.length < CacheLayout.DATA_OFFSET) {
            throw new InspectException(file + ": length is " + bytes.length + ", expected a header of "
                    + CacheLayout.DATA_OFFSET + "; neither an archive nor a cache file");
        }
        int magic = CacheLayout.MAGIC.getInt(bytes, 0);
        if (magic != CacheLayout.magicNumber()) {
            throw new InspectException(file + ": magic is " + Integer.toHexString(magic) + ", expected "
                    + Integer.toHexString(CacheLayout.magicNumber())
                    + "; neither an archive nor a cache file of this version");
        }
    }

    private static Report cache(ThreadState ts, String file, byte[] bytes) throws InspectException {
        Cached cached = cached(ts, file, bytes);
        int end = cached.end;
        List<FieldValue> header = new ArrayList<>();
        addFields(header, CacheLayout.HEADER, bytes, 0);
        boolean hashed = (CacheLayout.FLAGS.getInt(bytes, 0) & CacheLayout.HASH_BASED) != 0;
        addFields(header, hashed ? CacheLayout.HASH : CacheLayout.STAMP, bytes, CacheLayout.HEADER.size());
        List<Section> sections = new ArrayList<>();
        sections.add(new Section("header", 0, CacheLayout.DATA_OFFSET));
        sections.add(new Section("code", CacheLayout.DATA_OFFSET, end - CacheLayout.DATA_OFFSET));
        if (end < bytes.length) {
            sections.add(new Section("trailer", end, bytes.length - end));
            addFields(header, CacheLayout.TRAILER, bytes, end);
        }
        Counts counts = new Counts();
        counts.add(cached.code);
        String path = cached.code.filename.toString();
        Module module = new Module(moduleName(path), path, path.endsWith("/__init__.py"), false,
                CacheLayout.DATA_OFFSET, end - CacheLayout.DATA_OFFSET, counts.codes, counts.instructions,
                counts.constants, null, -1, null);
        return new Report(file, "cache", header, sections, List.of(module), List.of());
    }

    private static void addFields(List<FieldValue> values, Struct struct, byte[] bytes, int base) {
        for (Field field : struct.fields()) {
            values.add(new FieldValue(field, field.get(bytes, base)));
        }
    }

    /** The last part of the name of a module, as its path tells it. */
    private static String moduleName(String path) {
        String stem = path.endsWith(".py") ? path.substring(0, path.length() - 3) : path;
        if (stem.endsWith("/__init__")) {
            stem = stem.substring(0, stem.length() - "/__init__".length());
        }
        return stem.substring(stem.lastIndexOf('/') + 1);
    }

    /** Sums over a code object and those inside it. */
    private static final class Counts {
        private int codes;
        private int instructions;
        private int constants;

        void add(CodeObject code) {
            code.load();
            codes++;
            instructions += code.code.length;
            constants += code.constants.length;
            for (PyObject constant : code.constants) {
                if (constant instanceof CodeObject inner) {
                    add(inner);
                }
            }
        }
    }
}
