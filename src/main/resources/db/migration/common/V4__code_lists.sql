-- The code lists that the register's values come from (docs/register.md, 'Code lists'). The same text runs on Oracle,
-- on H2 in Oracle mode and on PostgreSQL.
-- 1800-01-01 is the first day that can be asked about: since when a value holds is not known to us where it stands.

INSERT INTO code_list (name, title_lt, title_en, origin, source) VALUES ('MUNICIPALITY', 'Savivaldybės', 'Municipalities', 'OFFICIAL', 'Lietuvos Respublikos teritorijos administracinių vienetų ir jų ribų įstatymas, 1994-07-19, Nr. I-558');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('MUNICIPALITY', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '11', 'Alytaus m. sav.', 'Alytus City Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '12', 'Birštono sav.', 'Birštonas Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '13', 'Vilniaus m. sav.', 'Vilnius City Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '15', 'Druskininkų sav.', 'Druskininkai Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '18', 'Marijampolės sav.', 'Marijampolė Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '19', 'Kauno m. sav.', 'Kaunas City Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '21', 'Klaipėdos m. sav.', 'Klaipėda City Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '23', 'Neringos sav.', 'Neringa Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '25', 'Palangos m. sav.', 'Palanga City Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '27', 'Panevėžio m. sav.', 'Panevėžys City Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '29', 'Šiaulių m. sav.', 'Šiauliai City Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '30', 'Visagino sav.', 'Visaginas Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '32', 'Akmenės r. sav.', 'Akmenė District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '33', 'Alytaus r. sav.', 'Alytus District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '34', 'Anykščių r. sav.', 'Anykščiai District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '36', 'Biržų r. sav.', 'Biržai District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '38', 'Varėnos r. sav.', 'Varėna District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '39', 'Vilkaviškio r. sav.', 'Vilkaviškis District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '41', 'Vilniaus r. sav.', 'Vilnius District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '42', 'Elektrėnų sav.', 'Elektrėnai Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '43', 'Zarasų r. sav.', 'Zarasai District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '45', 'Ignalinos r. sav.', 'Ignalina District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '46', 'Jonavos r. sav.', 'Jonava District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '47', 'Joniškio r. sav.', 'Joniškis District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '48', 'Kalvarijos sav.', 'Kalvarija Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '49', 'Kaišiadorių r. sav.', 'Kaišiadorys District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '52', 'Kauno r. sav.', 'Kaunas District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '53', 'Kėdainių r. sav.', 'Kėdainiai District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '54', 'Kelmės r. sav.', 'Kelmė District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '55', 'Klaipėdos r. sav.', 'Klaipėda District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '56', 'Kretingos r. sav.', 'Kretinga District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '57', 'Kupiškio r. sav.', 'Kupiškis District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '58', 'Kazlų Rūdos sav.', 'Kazlų Rūda Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '59', 'Lazdijų r. sav.', 'Lazdijai District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '61', 'Mažeikių r. sav.', 'Mažeikiai District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '62', 'Molėtų r. sav.', 'Molėtai District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '63', 'Pagėgių sav.', 'Pagėgiai Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '65', 'Pakruojo r. sav.', 'Pakruojis District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '66', 'Panevėžio r. sav.', 'Panevėžys District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '67', 'Pasvalio r. sav.', 'Pasvalys District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '68', 'Plungės r. sav.', 'Plungė District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '69', 'Prienų r. sav.', 'Prienai District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '71', 'Radviliškio r. sav.', 'Radviliškis District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '72', 'Raseinių r. sav.', 'Raseiniai District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '73', 'Rokiškio r. sav.', 'Rokiškis District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '74', 'Rietavo sav.', 'Rietavas Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '75', 'Skuodo r. sav.', 'Skuodas District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '77', 'Tauragės r. sav.', 'Tauragė District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '78', 'Telšių r. sav.', 'Telšiai District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '79', 'Trakų r. sav.', 'Trakai District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '81', 'Ukmergės r. sav.', 'Ukmergė District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '82', 'Utenos r. sav.', 'Utena District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '84', 'Šakių r. sav.', 'Šakiai District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '85', 'Šalčininkų r. sav.', 'Šalčininkai District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '86', 'Švenčionių r. sav.', 'Švenčionys District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '87', 'Šilalės r. sav.', 'Šilalė District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '88', 'Šilutės r. sav.', 'Šilutė District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '89', 'Širvintų r. sav.', 'Širvintos District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '91', 'Šiaulių r. sav.', 'Šiauliai District Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MUNICIPALITY', '94', 'Jurbarko r. sav.', 'Jurbarkas District Municipality', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('PROGRAMME_FAMILY', 'Programų grupės', 'Programme families', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('PROGRAMME_FAMILY', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PROGRAMME_FAMILY', 'PRESCHOOL', 'Ikimokyklinio ugdymo', 'Pre-school education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PROGRAMME_FAMILY', 'PREPRIMARY', 'Priešmokyklinio ugdymo', 'Pre-primary education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PROGRAMME_FAMILY', 'PRIMARY', 'Pradinio ugdymo', 'Primary education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PROGRAMME_FAMILY', 'BASIC', 'Pagrindinio ugdymo', 'Basic education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PROGRAMME_FAMILY', 'SECONDARY', 'Vidurinio ugdymo', 'Secondary education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PROGRAMME_FAMILY', 'VOCATIONAL', 'Formaliojo profesinio mokymo', 'Formal vocational training', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PROGRAMME_FAMILY', 'NONFORMAL', 'Neformaliojo vaikų švietimo', 'Non-formal children''s education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PROGRAMME_FAMILY', 'SUPPLEMENTARY', 'Formalųjį švietimą papildančio ugdymo', 'Education supplementing formal education', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('SEX', 'Lytis', 'Sex', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('SEX', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SEX', 'V', 'Vyras', 'Male', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SEX', 'M', 'Moteris', 'Female', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('LANGUAGE', 'Kalbos', 'Languages', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('LANGUAGE', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LANGUAGE', 'lt', 'Lietuvių', 'Lithuanian', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LANGUAGE', 'pl', 'Lenkų', 'Polish', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LANGUAGE', 'ru', 'Rusų', 'Russian', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LANGUAGE', 'uk', 'Ukrainiečių', 'Ukrainian', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LANGUAGE', 'be', 'Baltarusių', 'Belarusian', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LANGUAGE', 'en', 'Anglų', 'English', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LANGUAGE', 'de', 'Vokiečių', 'German', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LANGUAGE', 'fr', 'Prancūzų', 'French', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LANGUAGE', 'lv', 'Latvių', 'Latvian', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LANGUAGE', 'rom', 'Romų', 'Romani', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LANGUAGE', 'sgn-LT', 'Lietuvių gestų', 'Lithuanian Sign Language', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('RELATION', 'Ryšys su mokiniu', 'Relation to the student', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('RELATION', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('RELATION', 'MOTHER', 'Motina', 'Mother', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('RELATION', 'FATHER', 'Tėvas', 'Father', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('RELATION', 'GUARDIAN', 'Globėjas', 'Guardian', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('RELATION', 'CURATOR', 'Rūpintojas', 'Curator', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('NEED_GROUP', 'Specialiųjų ugdymosi poreikių grupės', 'Groups of special educational needs', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('NEED_GROUP', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('NEED_GROUP', 'DISABILITY', 'Dėl negalios', 'Due to disability', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('NEED_GROUP', 'DISORDER', 'Dėl sutrikimų', 'Due to disorders', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('NEED_GROUP', 'DIFFICULTY', 'Dėl mokymosi sunkumų', 'Due to learning difficulties', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('NEED_GROUP', 'GIFTED', 'Dėl itin gerų gebėjimų', 'Due to exceptional abilities', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('NEED_LEVEL', 'Specialiųjų ugdymosi poreikių lygiai', 'Levels of special educational needs', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('NEED_LEVEL', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('NEED_LEVEL', '1', 'Nedideli', 'Slight', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('NEED_LEVEL', '2', 'Vidutiniai', 'Moderate', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('NEED_LEVEL', '3', 'Dideli', 'High', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('NEED_LEVEL', '4', 'Labai dideli', 'Very high', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('RESTRICTION', 'Duomenų atskleidimo apribojimai', 'Restrictions of disclosure', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('RESTRICTION', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('RESTRICTION', 'ADOPTION', 'Įvaikinimo paslaptis', 'Secrecy of adoption', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('RESTRICTION', 'COURT', 'Teismo sprendimas', 'Court decision', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('RESTRICTION', 'PROTECTED', 'Saugomas asmuo', 'Protected person', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('LEARNING_FORM', 'Mokymosi formos', 'Learning forms', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('LEARNING_FORM', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LEARNING_FORM', 'GROUP', 'Grupinė', 'Group', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LEARNING_FORM', 'SINGLE', 'Pavienė', 'Single', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('LEARNING_WAY', 'Mokymo proceso organizavimo būdai', 'Learning ways', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from, valid_to) VALUES ('LEARNING_WAY', '1', DATE '1800-01-01', DATE '2012-08-31');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('LEARNING_WAY', '2', DATE '2012-09-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LEARNING_WAY', 'DAILY', 'Kasdienis', 'Daily', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LEARNING_WAY', 'EXTRAMURAL', 'Neakivaizdinis', 'Extramural', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from, valid_to) VALUES ('LEARNING_WAY', 'EVENING', 'Vakarinis', 'Evening', DATE '1800-01-01', DATE '2012-08-31');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LEARNING_WAY', 'DISTANCE', 'Nuotolinis', 'Distance', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LEARNING_WAY', 'INDIVIDUAL', 'Individualus', 'Individual', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LEARNING_WAY', 'INDEPENDENT', 'Savarankiškas', 'Independent', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('CLASS_TYPE', 'Klasių tipai', 'Class types', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('CLASS_TYPE', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CLASS_TYPE', 'GENERAL', 'Bendroji', 'General', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CLASS_TYPE', 'YOUTH', 'Jaunimo', 'Youth', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CLASS_TYPE', 'ADULT', 'Suaugusiųjų', 'Adult', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('FUNDING', 'Finansavimas', 'Funding', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('FUNDING', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('FUNDING', 'VF', 'Valstybės finansuojama vieta', 'State-funded place', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('FUNDING', 'VNF', 'Valstybės nefinansuojama vieta', 'Place not funded by the state', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('LEAVING_REASON', 'Išvykimo priežastys', 'Reasons of leaving', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('LEAVING_REASON', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LEAVING_REASON', 'COMPLETED', 'Baigė programą', 'Completed the programme', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LEAVING_REASON', 'TRANSFER', 'Perėjo į kitą mokyklą', 'Moved to another school', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LEAVING_REASON', 'ABROAD', 'Išvyko į užsienį', 'Left the country', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LEAVING_REASON', 'OWN_REQUEST', 'Savo noru', 'At own request', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LEAVING_REASON', 'NOT_ATTENDING', 'Nelanko mokyklos', 'Does not attend', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LEAVING_REASON', 'DEATH', 'Mirė', 'Died', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('LEAVING_REASON', 'OTHER', 'Kita', 'Other', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('CORRECTION_REASON', 'Įrašų taisymo priežastys', 'Reasons of a correction', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('CORRECTION_REASON', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CORRECTION_REASON', 'ENTRY_ERROR', 'Įvedimo klaida', 'Error of entry', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CORRECTION_REASON', 'WRONG_STUDENT', 'Įrašyta ne tam mokiniui', 'Recorded of another student', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CORRECTION_REASON', 'RECORDED_TWICE', 'Įrašyta du kartus', 'Recorded twice', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CORRECTION_REASON', 'DOCUMENT', 'Patikslinta pagal dokumentą', 'Made exact by a document', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CORRECTION_REASON', 'LEARNT_LATER', 'Sužinota vėliau', 'Learnt later', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CORRECTION_REASON', 'OTHER', 'Kita', 'Other', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('INTERRUPTION_REASON', 'Mokymosi pertraukimo priežastys', 'Reasons of interruption', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('INTERRUPTION_REASON', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INTERRUPTION_REASON', 'ILLNESS', 'Liga', 'Illness', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INTERRUPTION_REASON', 'ABROAD', 'Laikinai išvyko į užsienį', 'Temporarily abroad', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INTERRUPTION_REASON', 'PARENTAL', 'Vaiko priežiūra', 'Parental leave', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INTERRUPTION_REASON', 'SERVICE', 'Karo tarnyba', 'Military service', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INTERRUPTION_REASON', 'OTHER', 'Kita', 'Other', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('CERTIFICATE_KIND', 'Pažymėjimų rūšys', 'Certificate kinds', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('CERTIFICATE_KIND', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_KIND', 'PRIMARY', 'Pradinio išsilavinimo pažymėjimas', 'Primary education certificate', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_KIND', 'BASIC', 'Pagrindinio išsilavinimo pažymėjimas', 'Basic education certificate', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_KIND', 'BASIC_RESULTS', 'Pagrindinio ugdymo pasiekimų pažymėjimas', 'Certificate of basic education achievements', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_KIND', 'MATRICULATION', 'Brandos atestatas', 'Matriculation certificate', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_KIND', 'MATRICULATION_ANNEX', 'Brandos atestato priedas', 'Annex to the matriculation certificate', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_KIND', 'SECONDARY_RESULTS', 'Vidurinio ugdymo pasiekimų pažymėjimas', 'Certificate of secondary education achievements', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_KIND', 'QUALIFICATION', 'Kvalifikacijos pažymėjimas', 'Qualification certificate', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_KIND', 'VOCATIONAL_TRAINING', 'Profesinio mokymo pažymėjimas', 'Certificate of vocational training', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_KIND', 'VOCATIONAL_RESULTS', 'Profesinio mokymo pasiekimų pažymėjimas', 'Certificate of vocational achievements', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_KIND', 'MODULES', 'Modulių baigimo pažymėjimas', 'Certificate of modules', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_KIND', 'VOCATIONAL_DIPLOMA', 'Profesinio mokymo diplomas', 'Vocational diploma', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_KIND', 'COMPETENCE', 'Kompetencijų pažymėjimas', 'Competence certificate', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('CERTIFICATE_FORM', 'Pažymėjimų blankų kodai', 'Certificate form codes', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('CERTIFICATE_FORM', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_FORM', '3014', 'Brandos atestatas (V, P)', 'Matriculation certificate (V, P)', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_FORM', '3015', 'Brandos atestatas (VN, PN)', 'Matriculation certificate (VN, PN)', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_FORM', '3016', 'Brandos atestato priedas (VP)', 'Annex to the matriculation certificate (VP)', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_FORM', '3007', 'Brandos atestato priedas (PB)', 'Annex to the matriculation certificate (PB)', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_FORM', '2001', 'Pagrindinio išsilavinimo pažymėjimas (H)', 'Basic education certificate (H)', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_FORM', '2005', 'Pagrindinio išsilavinimo pažymėjimas (HN)', 'Basic education certificate (HN)', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_FORM', '2701', 'Pagrindinio ugdymo pasiekimų pažymėjimas (C)', 'Certificate of basic education achievements (C)', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_FORM', '9201', 'Vidurinio ugdymo pasiekimų pažymėjimas (NV)', 'Certificate of secondary education achievements (NV)', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_FORM', '4111', 'Kvalifikacijos pažymėjimas', 'Qualification certificate', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_FORM', '4112', 'Kvalifikacijos pažymėjimas', 'Qualification certificate', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_FORM', '3101', 'Profesinio mokymo pažymėjimas', 'Certificate of vocational training', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_FORM', '3102', 'Profesinio mokymo pažymėjimas', 'Certificate of vocational training', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_FORM', '3103', 'Profesinio mokymosi pasiekimų pažymėjimas', 'Certificate of achievements in vocational learning', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_FORM', '3104', 'Profesinio mokymosi pasiekimų pažymėjimas', 'Certificate of achievements in vocational learning', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_FORM', '3105', 'Pažymėjimas', 'Certificate', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_FORM', '3106', 'Pažymėjimas', 'Certificate', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('EDUCATION_LEVEL', 'Išsilavinimo lygiai', 'Education levels', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('EDUCATION_LEVEL', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('EDUCATION_LEVEL', 'PRESCHOOL', 'Ikimokyklinis ugdymas', 'Pre-school education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('EDUCATION_LEVEL', 'PREPRIMARY', 'Priešmokyklinis ugdymas', 'Pre-primary education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('EDUCATION_LEVEL', 'PRIMARY', 'Pradinis išsilavinimas', 'Primary education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('EDUCATION_LEVEL', 'BASIC', 'Pagrindinis išsilavinimas', 'Basic education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('EDUCATION_LEVEL', 'SECONDARY', 'Vidurinis išsilavinimas', 'Secondary education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('EDUCATION_LEVEL', 'VOCATIONAL', 'Profesinė kvalifikacija', 'Vocational qualification', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('CERTIFICATE_STATE', 'Pažymėjimų būsenos', 'Certificate states', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('CERTIFICATE_STATE', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_STATE', 'DRAFT', 'Rengiamas', 'Draft', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_STATE', 'SUBMITTED', 'Pateiktas', 'Submitted', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_STATE', 'APPROVED', 'Patvirtintas', 'Approved', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_STATE', 'REGISTERED', 'Įregistruotas', 'Registered', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_STATE', 'ISSUED', 'Išduotas', 'Issued', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_STATE', 'REVOKED', 'Pripažintas negaliojančiu', 'Revoked', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_STATE', 'REPLACED', 'Pakeistas kitu', 'Replaced by another', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('CERTIFICATE_LINK', 'Pažymėjimų ryšiai', 'Links of certificates', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('CERTIFICATE_LINK', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_LINK', 'DUPLICATE_OF', 'Dublikatas', 'Duplicate of', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_LINK', 'CORRECTS', 'Ištaiso', 'Corrects', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_LINK', 'REPLACES', 'Pakeičia', 'Replaces', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_LINK', 'DUPLICATED_BY', 'Išduotas dublikatas', 'Duplicated by', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_LINK', 'CORRECTED_BY', 'Ištaisytas', 'Corrected by', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CERTIFICATE_LINK', 'REPLACED_BY', 'Pakeistas', 'Replaced by', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('MODULE_KIND', 'Profesinio mokymo modulių rūšys', 'Kinds of modules of vocational programmes', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('MODULE_KIND', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MODULE_KIND', 'MANDATORY', 'Privalomasis modulis', 'Mandatory module', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('MODULE_KIND', 'ELECTIVE', 'Pasirenkamasis modulis', 'Elective module', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('PEDAGOGUE_POST', 'Pedagogų pareigos', 'Posts of pedagogues', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('PEDAGOGUE_POST', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PEDAGOGUE_POST', 'HEAD', 'Įstaigos vadovas', 'Head of the institution', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PEDAGOGUE_POST', 'ACTING_HEAD', 'Laikinai einantis įstaigos vadovo pareigas', 'Acting head of the institution', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PEDAGOGUE_POST', 'DEPUTY_HEAD', 'Įstaigos vadovo pavaduotojas', 'Deputy head of the institution', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PEDAGOGUE_POST', 'CLASS_TEACHER', 'Klasės vadovas', 'Class teacher', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PEDAGOGUE_POST', 'TEACHER', 'Mokytojas', 'Teacher', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PEDAGOGUE_POST', 'VOCATIONAL_TEACHER', 'Profesijos mokytojas', 'Vocational teacher', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PEDAGOGUE_POST', 'SUPPORT_SPECIALIST', 'Švietimo pagalbos specialistas', 'Learning support specialist', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('CHECK_KIND', 'Pasiekimų patikrinimų rūšys', 'Kinds of achievement checks', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('CHECK_KIND', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CHECK_KIND', 'BASIC', 'Pagrindinio ugdymo pasiekimų patikrinimas', 'Achievement check of basic education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CHECK_KIND', 'INTERMEDIATE', 'Tarpinis patikrinimas', 'Intermediate check', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('PASS_FAIL', 'Įskaitos įvertinimai', 'Results of pass or fail', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('PASS_FAIL', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PASS_FAIL', 'PASSED', 'Įskaityta', 'Passed', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('PASS_FAIL', 'FAILED', 'Neįskaityta', 'Failed', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('ASSESSMENT_KIND', 'Įvertinimo rūšys', 'Kinds of assessment', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('ASSESSMENT_KIND', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('ASSESSMENT_KIND', 'ANNUAL_GRADE', 'Metinis įvertinimas pažymiu', 'Annual grade', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('ASSESSMENT_KIND', 'ANNUAL_PASS', 'Metinis įvertinimas įskaita', 'Annual result, passed or failed', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('ASSESSMENT_KIND', 'ANNUAL_LEVEL', 'Metinis įvertinimas pasiekimų lygiu', 'Annual achievement level', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('ASSESSMENT_KIND', 'ADDITIONAL_WORK', 'Įvertinimas po papildomo darbo', 'Result of additional work', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('ASSESSMENT_KIND', 'SUBJECT_PROGRAMME', 'Dalyko programos įvertinimas', 'Result of the programme of a subject', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('ASSESSMENT_KIND', 'MODULE', 'Profesinio mokymo programos modulio įvertinimas', 'Result of a module of a vocational programme', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('ASSESSMENT_KIND', 'QUALIFICATION', 'Kvalifikacijos egzamino arba kompetencijų vertinimo įvertinimas', 'Result of the assessment of a qualification', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('ASSESSMENT_KIND', 'SCHOOL_EXAM', 'Mokyklinio brandos egzamino įvertinimas', 'Result of a schools matriculation examination', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('ASSESSMENT_KIND', 'STATE_EXAM', 'Valstybinio brandos egzamino įvertinimas', 'Result of a state matriculation examination', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('ASSESSMENT_KIND', 'BASIC_CHECK', 'Pagrindinio ugdymo pasiekimų patikrinimo įvertinimas', 'Result of the achievement check of basic education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('ASSESSMENT_KIND', 'INTERMEDIATE_CHECK', 'Tarpinio patikrinimo įvertinimas', 'Result of an intermediate check', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('ACHIEVEMENT_LEVEL', 'Pasiekimų lygiai', 'Achievement levels', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from, valid_to) VALUES ('ACHIEVEMENT_LEVEL', '1', DATE '1800-01-01', DATE '2023-08-31');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('ACHIEVEMENT_LEVEL', '2', DATE '2023-09-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('ACHIEVEMENT_LEVEL', 'UNSATISFACTORY', 'Nepatenkinamas', 'Unsatisfactory', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('ACHIEVEMENT_LEVEL', 'THRESHOLD', 'Slenkstinis', 'Threshold', DATE '2023-09-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('ACHIEVEMENT_LEVEL', 'SATISFACTORY', 'Patenkinamas', 'Satisfactory', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('ACHIEVEMENT_LEVEL', 'BASIC', 'Pagrindinis', 'Basic', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('ACHIEVEMENT_LEVEL', 'ADVANCED', 'Aukštesnysis', 'Advanced', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('SUBJECT', 'Mokomieji dalykai', 'Subjects', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from, valid_to) VALUES ('SUBJECT', '1', DATE '1800-01-01', DATE '2023-08-31');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('SUBJECT', '2', DATE '2023-09-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'DORA', 'Dorinis ugdymas', 'Moral education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'LIET', 'Lietuvių kalba ir literatūra', 'Lithuanian language and literature', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'ANGL', 'Anglų kalba', 'English', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'VOKI', 'Vokiečių kalba', 'German', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'GIMT', 'Gimtoji kalba', 'Mother tongue', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'MATE', 'Matematika', 'Mathematics', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'ISTO', 'Istorija', 'History', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'GEOG', 'Geografija', 'Geography', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'BIOL', 'Biologija', 'Biology', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'CHEM', 'Chemija', 'Chemistry', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'FIZI', 'Fizika', 'Physics', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from, valid_to) VALUES ('SUBJECT', 'INFO', 'Informacinės technologijos', 'Information technologies', DATE '1800-01-01', DATE '2023-08-31');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'INFO', 'Informatika', 'Informatics', DATE '2023-09-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from, valid_to) VALUES ('SUBJECT', 'ZSAU', 'Žmogaus sauga', 'Human safety', DATE '1800-01-01', DATE '2023-08-31');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'GYVI', 'Gyvenimo įgūdžiai', 'Life skills', DATE '2023-09-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'DAIL', 'Dailė', 'Art', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'MUZI', 'Muzika', 'Music', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'FIZK', 'Fizinis ugdymas', 'Physical education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'TECH', 'Technologijos', 'Technologies', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'EKON', 'Ekonomika ir verslumas', 'Economics and entrepreneurship', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('SUBJECT', 'PROF', 'Kvalifikacijos egzaminas', 'Qualification examination', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('FOUNDER_KIND', 'Steigėjo rūšys', 'Founder kinds', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('FOUNDER_KIND', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('FOUNDER_KIND', '10', 'Valstybė', 'State', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('FOUNDER_KIND', '20', 'Savivaldybė', 'Municipality', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('FOUNDER_KIND', '30', 'Nevalstybinis steigėjas', 'Non-state founder', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('INSTITUTION_TYPE', 'Įstaigų tipai', 'Institution types', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('INSTITUTION_TYPE', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INSTITUTION_TYPE', 'PRESCHOOL', 'Ikimokyklinio ugdymo mokykla', 'Pre-school institution', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INSTITUTION_TYPE', 'PROGYMNASIUM', 'Progimnazija', 'Progymnasium', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INSTITUTION_TYPE', 'GYMNASIUM', 'Gimnazija', 'Gymnasium', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INSTITUTION_TYPE', 'BASIC_SCHOOL', 'Pagrindinė mokykla', 'Basic school', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INSTITUTION_TYPE', 'ADULT_SCHOOL', 'Suaugusiųjų mokykla', 'Adult school', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INSTITUTION_TYPE', 'VOCATIONAL', 'Profesinio mokymo įstaiga', 'Vocational training institution', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INSTITUTION_TYPE', 'SUPPLEMENTARY', 'Formalųjį švietimą papildančio ugdymo mokykla', 'School of education supplementing formal education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INSTITUTION_TYPE', 'NONFORMAL', 'Neformaliojo vaikų švietimo įstaiga', 'Institution of non-formal children''s education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INSTITUTION_TYPE', 'FREE_TEACHER', 'Laisvasis mokytojas', 'Freelance teacher', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('INSTITUTION_CODE_KIND', 'Įstaigos kodo rūšys', 'Kinds of institution codes', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('INSTITUTION_CODE_KIND', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INSTITUTION_CODE_KIND', 'LEGAL_ENTITY', 'Juridinis asmuo arba jo filialas', 'Legal entity or its branch', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INSTITUTION_CODE_KIND', 'UNIT', 'Padalinys', 'Unit', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INSTITUTION_CODE_KIND', 'NATURAL_PERSON', 'Savarankiškai mokantis fizinis asmuo', 'Natural person who teaches individually', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('INSTITUTION_CODE_KIND', 'OLD', 'Buvęs kodas', 'Old code', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('GYMNASIUM_LABEL', 'Gimnazijos klasės', 'Gymnasium classes', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('GYMNASIUM_LABEL', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('GYMNASIUM_LABEL', 'I', 'I gimnazijos klasė', '1st gymnasium class', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('GYMNASIUM_LABEL', 'II', 'II gimnazijos klasė', '2nd gymnasium class', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('GYMNASIUM_LABEL', 'III', 'III gimnazijos klasė', '3rd gymnasium class', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('GYMNASIUM_LABEL', 'IV', 'IV gimnazijos klasė', '4th gymnasium class', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('COURSE', 'Kursai', 'Courses', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('COURSE', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('COURSE', 'A', 'Išplėstinis kursas', 'Extended course', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('COURSE', 'B', 'Bendrasis kursas', 'General course', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin, source) VALUES ('COUNTY', 'Apskritys', 'Counties', 'OFFICIAL', 'Lietuvos Respublikos teritorijos administracinių vienetų ir jų ribų įstatymas, 1994-07-19, Nr. I-558');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('COUNTY', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('COUNTY', '1', 'Alytaus apskr.', 'Alytus County', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('COUNTY', '2', 'Kauno apskr.', 'Kaunas County', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('COUNTY', '3', 'Klaipėdos apskr.', 'Klaipėda County', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('COUNTY', '4', 'Marijampolės apskr.', 'Marijampolė County', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('COUNTY', '5', 'Panevėžio apskr.', 'Panevėžys County', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('COUNTY', '6', 'Šiaulių apskr.', 'Šiauliai County', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('COUNTY', '7', 'Tauragės apskr.', 'Tauragė County', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('COUNTY', '8', 'Telšių apskr.', 'Telšiai County', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('COUNTY', '9', 'Utenos apskr.', 'Utena County', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('COUNTY', '10', 'Vilniaus apskr.', 'Vilnius County', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('EDUCATION_TYPE', 'Mokymo tipai', 'Types of teaching', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('EDUCATION_TYPE', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('EDUCATION_TYPE', 'FORMAL', 'Formalusis švietimas', 'Formal education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('EDUCATION_TYPE', 'NONFORMAL', 'Neformalusis švietimas', 'Non-formal education', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('CLASS_PURPOSE', 'Klasių paskirtys', 'Purposes of classes', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('CLASS_PURPOSE', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CLASS_PURPOSE', 'GENERAL', 'Bendroji', 'General', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CLASS_PURPOSE', 'SPECIAL', 'Specialioji', 'Special', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CLASS_PURPOSE', 'DEVELOPMENTAL', 'Lavinamoji', 'Developmental', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CLASS_PURPOSE', 'EQUALISING', 'Išlyginamoji', 'Equalising', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CLASS_PURPOSE', 'SOCIAL_SKILLS', 'Socialinių įgūdžių', 'Social skills', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('CLASS_STAGE', 'Klasių pakopos', 'Stages of education of classes', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('CLASS_STAGE', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CLASS_STAGE', 'PREPRIMARY', 'Priešmokyklinis ugdymas', 'Pre-primary education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CLASS_STAGE', 'PRIMARY', 'Pradinis ugdymas', 'Primary education', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CLASS_STAGE', 'BASIC_1', 'Pagrindinis ugdymas, pirmoji dalis', 'Basic education, first part', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CLASS_STAGE', 'BASIC_2', 'Pagrindinis ugdymas, antroji dalis', 'Basic education, second part', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('CLASS_STAGE', 'SECONDARY', 'Vidurinis ugdymas', 'Secondary education', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('HANDLING', 'Elgesys su duomenimis', 'Handling of data', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('HANDLING', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('HANDLING', 'RESIDENCE', 'Gyvenamosios vietos neperduoti', 'Do not pass on the residence', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('HANDLING', 'SCHOOL', 'Mokyklos neperduoti', 'Do not pass on the school', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('HANDLING', 'GUARDIANS', 'Atstovų pagal įstatymą neperduoti', 'Do not pass on the guardians', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('TASK_KIND', 'Užduočių rūšys', 'Kinds of task', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('TASK_KIND', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_KIND', 'TRANSFER', 'Patvirtinti mokinio perėjimą į kitą mokyklą', 'Confirm that a student moves to another school', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_KIND', 'TRANSFER_OBJECTED', 'Išspręsti prieštaravimą dėl mokinio perėjimo', 'Decide an objection to a transfer', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_KIND', 'TRANSFER_STRUCK', 'Susipažinti: mokinio perėjimas panaikintas, mokymasis tęsiasi', 'Take note: a transfer was struck, the enrolment goes on', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_KIND', 'MERGE', 'Nuspręsti, ar du įrašai yra apie tą patį mokinį', 'Decide whether two records are about one student', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_KIND', 'REMOVAL', 'Nuspręsti, ar panaikinti klaidingą įrašą', 'Decide whether a record made by mistake is struck', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_KIND', 'REGISTRATION', 'Išspręsti atmestą mokinio registravimą', 'Decide a refused registration', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_KIND', 'CLOSED_SCHOOL', 'Nuspręsti dėl uždarytos mokyklos mokinio', 'Decide about a student of a school that closed', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_KIND', 'SOURCE_RECORD', 'Nuspręsti dėl netinkamo šaltinio registro įrašo', 'Decide about a record of a source register that does not fit', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_KIND', 'SOURCE_DELIVERY', 'Nuspręsti dėl sustabdyto šaltinio registro teikimo', 'Decide about a delivery of a source register that is held', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_KIND', 'NO_LICENCE', 'Nuspręsti dėl mokinio, kurio mokykla nebeturi programos licencijos', 'Decide about a student whose school has a licence for the programme no longer', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('TASK_STATE', 'Užduočių būsenos', 'States of a task', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('TASK_STATE', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_STATE', 'OPEN', 'Laukia sprendimo', 'Waits for a decision', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_STATE', 'ACCEPTED', 'Sutikta', 'Accepted', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_STATE', 'OBJECTED', 'Prieštarauta', 'Objected to', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_STATE', 'CORRECTED', 'Patikslinta', 'Corrected', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_STATE', 'LAPSED', 'Terminas baigėsi be sprendimo', 'The term ended without a decision', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_STATE', 'WITHDRAWN', 'Atsiimta', 'Withdrawn', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('TASK_LEVEL', 'Kas sprendžia užduotį', 'Who decides a task', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('TASK_LEVEL', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_LEVEL', 'SCHOOL', 'Įstaiga', 'The institution', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_LEVEL', 'FOUNDER', 'Steigėjo savivaldybė arba agentūra', 'The municipality that founded it, or the agency', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_LEVEL', 'AGENCY', 'Agentūra', 'The agency', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('TASK_DECISION', 'Užduočių sprendimai', 'Decisions of a task', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('TASK_DECISION', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_DECISION', 'ACCEPT', 'Sutikti', 'Accept', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_DECISION', 'OBJECT', 'Prieštarauti', 'Object', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_DECISION', 'CORRECT', 'Patikslinti', 'Correct', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('TASK_REASON', 'Sprendimo priežastys', 'Reasons of a decision', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('TASK_REASON', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_REASON', 'STILL_ATTENDS', 'Mokinys tebesimoko', 'The student still attends', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_REASON', 'GUARDIANS_DISAGREE', 'Mokinio atstovai nesutaria', 'The guardians do not agree', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_REASON', 'NO_LEARNING_CONTRACT', 'Mokymosi sutartis nesudaryta', 'There is no learning contract', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_REASON', 'OTHER_STUDENT', 'Tai kitas mokinys', 'It is another student', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_REASON', 'OTHER_DAY', 'Kita diena', 'It was another day', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_REASON', 'SOURCE_ERRS', 'Klysta šaltinio registras', 'The source register errs', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_REASON', 'BY_DOCUMENT', 'Nustatyta pagal dokumentą', 'Found by a document', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TASK_REASON', 'OTHER', 'Kita', 'Other', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('TRANSFER_STATE', 'Perėjimo į kitą mokyklą būsenos', 'States of a transfer', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('TRANSFER_STATE', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TRANSFER_STATE', 'WAITING', 'Laukia buvusios mokyklos patvirtinimo', 'Waits for the former school', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TRANSFER_STATE', 'OBJECTED', 'Prieštarauta, laukia sprendimo', 'Objected to, waits for a decision', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TRANSFER_STATE', 'DONE', 'Įvykęs', 'Carried out', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TRANSFER_STATE', 'REFUSED', 'Atmestas', 'Refused', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TRANSFER_STATE', 'FAILED', 'Neįvykęs: pažeistų registro taisyklę', 'Failed: it would break a rule of the register', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TRANSFER_STATE', 'WITHDRAWN', 'Atsiimtas', 'Withdrawn', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('TRANSFER_STATE', 'STRUCK', 'Panaikintas', 'Struck', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('DELIVERY_KIND', 'Teikimų rūšys', 'Kinds of delivery', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('DELIVERY_KIND', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('DELIVERY_KIND', 'FULL', 'Visi duomenys', 'All data', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('DELIVERY_KIND', 'CHANGES', 'Pakeitimai', 'Changes', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('DELIVERY_STATE', 'Teikimų būsenos', 'States of a delivery', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('DELIVERY_STATE', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('DELIVERY_STATE', 'INCOMPLETE', 'Gauta ne visa', 'Not all of it is here', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('DELIVERY_STATE', 'WAITING', 'Laukia savo eilės', 'Waits for its turn', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('DELIVERY_STATE', 'APPLYING', 'Įrašoma', 'Is being applied', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('DELIVERY_STATE', 'HELD', 'Sustabdyta, laukia sprendimo', 'Held, waits for a decision', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('DELIVERY_STATE', 'DONE', 'Įrašyta', 'Applied', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('DELIVERY_STATE', 'OUTDATED', 'Pasenusi', 'Outdated', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('DELIVERY_STATE', 'REFUSED', 'Atmesta', 'Refused', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('RECORD_OUTCOME', 'Kas tapo teikimo įrašui', 'Outcomes of a record of a delivery', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('RECORD_OUTCOME', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('RECORD_OUTCOME', 'RECEIVED', 'Gautas, laukia savo eilės', 'Received, waits for its turn', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('RECORD_OUTCOME', 'APPLIED', 'Įrašytas', 'Recorded', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('RECORD_OUTCOME', 'UNCHANGED', 'Nieko nekeičia', 'Changes nothing', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('RECORD_OUTCOME', 'QUARANTINED', 'Netiko, laukia sprendimo', 'Does not fit, waits for a decision', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('RECORD_OUTCOME', 'RETURNED', 'Netiko, turi patikslinti šaltinis', 'Does not fit, the source is to correct it', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('RECORD_OUTCOME', 'CORRECTED', 'Netiko, šaltinis patikslino', 'Did not fit, the source corrected it', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('RECORD_OUTCOME', 'REFUSED', 'Atmestas', 'Refused', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('RECORD_OUTCOME', 'OUTDATED', 'Pasenęs', 'Outdated', DATE '1800-01-01');

INSERT INTO code_list (name, title_lt, title_en, origin) VALUES ('DIFFERENCE_KIND', 'Viso teikimo skirtumai nuo registro', 'Differences of a full delivery from the register', 'OWN');
INSERT INTO code_list_version (list_name, version, valid_from) VALUES ('DIFFERENCE_KIND', '1', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('DIFFERENCE_KIND', 'ONLY_HERE', 'Yra tik registre', 'Only here', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('DIFFERENCE_KIND', 'NEW', 'Registre nebuvo', 'New here', DATE '1800-01-01');
INSERT INTO code_list_entry (list_name, code, name_lt, name_en, valid_from) VALUES ('DIFFERENCE_KIND', 'ENDED', 'Pasibaigė šiuo teikimu', 'Ended by the delivery', DATE '1800-01-01');
