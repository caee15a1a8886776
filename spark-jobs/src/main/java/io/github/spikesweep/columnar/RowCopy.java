package io.github.spikesweep.columnar;

import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** Writes the next row of a reader, value by value as it is read: no object is made of a row. */
final class RowCopy extends WriteSupport<RecordReader<Boolean>> {
    private final WriteContext context;
    private RecordConsumer out;

    RowCopy(MessageType schema, Map<String, String> texts) {
        this.context = new WriteContext(schema, texts);
    }

    @Override
    public WriteContext init(ParquetConfiguration configuration) {
        return context;
    }

    @Override
    @SuppressWarnings("deprecation") // but abstract
    public WriteContext init(Configuration configuration) {
        return context;
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
        out = consumer;
    }

    @Override
    public void write(RecordReader<Boolean> rows) {
        rows.read();
    }

    /** Where readers of rows with these columns have to leave what they read. */
    RecordMaterializer<Boolean> target(MessageType columns) {
        GroupConverter row = new Row(columns);
        return new RecordMaterializer<>() {
            @Override
            public Boolean getCurrentRecord() {
                return true;
            }

            @Override
            public GroupConverter getRootConverter() {
                return row;
            }
        };
    }

    /** The fields of a row or of a group in it. They come one after the other; one that is repeated comes several times in a row. */
    private abstract class Fields extends GroupConverter {
        private static final int NONE = -1;

        private final GroupType type;
        private final Converter[] fields;
        private int open = NONE;

        Fields(GroupType type) {
            this.type = type;
            this.fields = new Converter[type.getFieldCount()];
            for (int field = 0; field < fields.length; field++) {
                Type each = type.getType(field);
                fields[field] =
                        each.isPrimitive() ? new Value(this, field) : new Group(each.asGroupType(), this, field);
            }
        }

        @Override
        public Converter getConverter(int field) {
            return fields[field];
        }

        void enter(int field) {
            if (open != field) {
                leave();
                out.startField(type.getFieldName(field), field);
                open = field;
            }
        }

        void leave() {
            if (open != NONE) {
                out.endField(type.getFieldName(open), open);
                open = NONE;
            }
        }
    }

    private final class Row extends Fields {
        Row(MessageType columns) {
            super(columns);
        }

        @Override
        public void start() {
            out.startMessage();
        }

        @Override
        public void end() {
            leave();
            out.endMessage();
        }
    }

    private final class Group extends Fields {
        private final Fields parent;
        private final int field;

        Group(GroupType type, Fields parent, int field) {
            super(type);
            this.parent = parent;
            this.field = field;
        }

        @Override
        public void start() {
            parent.enter(field);
            out.startGroup();
        }

        @Override
        public void end() {
            leave();
            out.endGroup();
        }
    }

    private final class Value extends PrimitiveConverter {
        private final Fields parent;
        private final int field;

        Value(Fields parent, int field) {
            this.parent = parent;
            this.field = field;
        }

        @Override
        public void addBinary(Binary value) {
            parent.enter(field);
            out.addBinary(value);
        }

        @Override
        public void addInt(int value) {
            parent.enter(field);
            out.addInteger(value);
        }

        @Override
        public void addLong(long value) {
            parent.enter(field);
            out.addLong(value);
        }

        @Override
        public void addDouble(double value) {
            parent.enter(field);
            out.addDouble(value);
        }
    }
}
